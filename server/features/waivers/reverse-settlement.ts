import type { Input, Output } from '@contract/endpoint';
import type { reverseSettlement as contract } from '@contract/waivers';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { notify } from '@server/platform/notify';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { addStep, claimPage, findPatientId, moveClaim } from './claim-progress';
import { enterMovement } from './enter-movement';
import { yuan } from './explain-entitlement';
import { releaseBills } from './hold-bills';
import { findSettlement } from './prepare-settlement';
import { showSettlement } from './show-settlement';
import { returnWaiver } from './spend-waiver';
import { takeTurn } from './waiver-account';
import { WaiverClaim } from './waiver-claim.entity';

/** A settlement taken back twice is taken back once. Only the hospital that settled may do it. */
export async function reverseSettlement(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const hospital = await getOrganization(tx, organizationOf(tx.actor));
  const found = await findSettlement(tx, hospital.id, command.hospitalReference);
  if (!found) throw notFound();
  tx.subject(found.donorId);
  // A refund of a part may be going on: what it left is what is taken back, in the books as in the ledger.
  await takeTurn(tx, found.donorId);
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: found.id });
  if (await moveClaim(tx, claim.id, 'paid', 'withdrawn', {})) {
    await returnWaiver(tx, claim);
    await releaseBills(tx, claim.id);
    await enterMovement(tx, claim, 'reverse');
    await addStep(tx, claim.id, 'withdrawn', `医院撤回了这次减免：${command.reason}`);
    const patientId = await findPatientId(tx, claim);
    const values = { hospital: hospital.name, amount: yuan(claim.waivedFen ?? 0) };
    if (patientId) await notify(tx, patientId, 'waiver.reversed', values, claimPage(claim.id));
  }
  return showSettlement(tx, { ...claim, state: 'withdrawn' });
}
