import { type ScopeName, scopeByte } from '@privilege-code/scope';
import type { PlaceType } from '@rules/place-type';
import { issueMachineCredential } from '@server/features/organizations';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';

export interface NewGate {
  code: string;
  name: string;
  operatorName?: string;
  place?: string;
  city: string;
  kind: ScopeName;
  type?: PlaceType;
  placeId?: string;
  scopes: readonly ScopeName[];
  groupCode: string;
  staffed: boolean;
  latitudeE6?: number;
  longitudeE6?: number;
}

/** Most gates of transport are on buses. */
export const defaultType = { transit: 'bus', park: 'park', hospital: 'hospital' } as const satisfies Record<
  ScopeName,
  PlaceType
>;

/** Puts a gate into the registry with a machine credential under its code; the secret is shown this once. */
export async function registerGate(tx: Tx, given: NewGate): Promise<{ gateId: string; secret: string }> {
  const gateId = newId();
  const { scopes, latitudeE6 = null, longitudeE6 = null, operatorName = '', place = '', ...gate } = given;
  const scope = scopeByte(scopes);
  const { type = defaultType[gate.kind], placeId = null } = given;
  const where = { operatorName, place, placeId, type, latitudeE6, longitudeE6 };
  await tx.em.insert(Gate, { id: gateId, ...gate, ...where, scope, active: true, createdAt: tx.now });
  return { gateId, secret: await issueMachineCredential(tx, { machineId: gate.code, role: 'gate', ownerId: gateId }) };
}
