import type { KinshipVerdict } from '@rules/kinship';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import { type SourceAnswer, gatherKinship } from './gather-kinship';
import type { PreparedSettlement } from './prepare-settlement';

export interface KinshipProof {
  verdict: Extract<KinshipVerdict, 'proved'> | 'not_needed';
  answers: SourceAnswer[];
}

/** At the desk there is no waiting: what cannot be proved now is paid in full and claimed online. */
export async function proveKinship(app: App, { relation, donor, patient }: PreparedSettlement): Promise<KinshipProof> {
  // Of a relation that no rule lists, nothing needs to be proved: the entitlement refuses it with its clause.
  if (relation === 'self' || relation === 'grandchild' || relation === 'other') {
    return { verdict: 'not_needed', answers: [] };
  }
  const { verdict, answers } = await gatherKinship(app.adapters, { donor, patient, claimed: relation });
  if (verdict === 'proved') return { verdict, answers };
  if (verdict === 'unavailable') throw new Refusal('REGISTER_UNAVAILABLE', 'unavailable');
  throw new Refusal('KINSHIP_NOT_PROVED', 'conflict', { result: verdict });
}
