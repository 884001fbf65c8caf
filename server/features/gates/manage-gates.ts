import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/gate-registry';
import { scopeByte, scopeNames } from '@privilege-code/scope';
import { findOldSecrets, rotateMachineSecret, switchMachine } from '@server/features/organizations';
import { isUniqueViolation } from '@server/platform/db/errors';
import { badField, notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { toE6 } from './position';
import { PrivilegePlace } from './privilege-place.entity';
import { changesBetween, recordChange } from './record-change';
import { defaultType, registerGate } from './register-gate';
import { demandGranted } from './save-place';

type Given = Input<typeof contract.registerGate>;

/** The rules of the city decide whether a gate may open there at all. */
async function demandPlace(tx: Tx, { kind, city, placeId, ...given }: Omit<Given, 'code'>): Promise<Gate['type']> {
  const type = given.type ?? defaultType[kind];
  demandGranted(tx, city, type);
  if (placeId !== undefined && !(await tx.em.existsBy(PrivilegePlace, { id: placeId, city })))
    throw badField('placeId', 'not_a_place_of_the_city');
  return type;
}

export async function addGate(tx: Tx, given: Given): Promise<Output<typeof contract.registerGate>> {
  const taken = () => new Refusal('GATE_CODE_TAKEN', 'conflict', {});
  const type = (await demandPlace(tx, given)) || undefined;
  if (await tx.em.existsBy(Gate, { code: given.code })) throw taken();
  const { position, groupCode, ...fields } = given;
  try {
    const gate = { ...fields, type, groupCode: groupCode ?? given.code, ...toE6(position) };
    const registered = await registerGate(tx, gate);
    await recordChange(tx, { subjectId: registered.gateId, act: 'added' });
    return { code: given.code, ...registered };
  } catch (error) {
    if (isUniqueViolation(error)) throw taken();
    throw error;
  }
}

export async function changeGate(
  tx: Tx,
  { gateId, position, groupCode, scopes, placeId, ...given }: Input<typeof contract.changeGate>,
): Promise<Output<typeof contract.changeGate>> {
  const gate = await getGate(tx, gateId);
  const type = await demandPlace(tx, { ...given, kind: gate.kind, scopes, placeId, position });
  const next = {
    ...{ ...given, type, scope: scopeByte(scopes), placeId: placeId ?? null, groupCode: groupCode ?? gate.code },
    ...(toE6(position) ?? { latitudeE6: null, longitudeE6: null }),
  };
  const changes = changesBetween(worded(gate), worded({ ...gate, ...next }));
  if (changes.length === 0) return { done: true };
  await tx.em.update(Gate, { id: gateId }, next);
  await recordChange(tx, { subjectId: gateId, act: 'changed', changes });
  return { done: true };
}

const worded = ({ scope, ...gate }: Gate) => ({ ...gate, scope: scopeNames(scope).join(',') });

export async function rotateSecret(
  tx: Tx,
  { gateId, endOldNow }: Input<typeof contract.rotateGateSecret>,
): Promise<Output<typeof contract.rotateGateSecret>> {
  const { code, active } = await getGate(tx, gateId);
  if (!active) throw new Refusal('GATE_OFF', 'conflict', {});
  const secret = await (endOldNow ? rotateMachineSecret(tx, code, 0) : rotateMachineSecret(tx, code));
  await recordChange(tx, { subjectId: gateId, act: endOldNow ? 'revoked' : 'rotated' });
  return { code, secret, oldSecretUntil: (await findOldSecrets(tx, [code])).get(code) ?? null };
}

/** Off, neither its credential nor a session at its screen opens anything, at once. */
export async function switchGate(
  tx: Tx,
  { gateId, active, reason }: Input<typeof contract.switchGate>,
): Promise<Output<typeof contract.switchGate>> {
  const { code } = await getGate(tx, gateId);
  await tx.em.update(Gate, { id: gateId }, { active });
  await switchMachine(tx, code, active);
  await recordChange(tx, { subjectId: gateId, act: active ? 'resumed' : 'suspended', reason });
  return { done: true };
}

async function getGate(tx: Tx, gateId: string): Promise<Gate> {
  const gate = await tx.em.findOneBy(Gate, { id: gateId });
  if (!gate) throw notFound();
  tx.subject(gate.id);
  return gate;
}
