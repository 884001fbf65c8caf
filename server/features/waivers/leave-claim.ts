import type { Input, Output } from '@contract/endpoint';
import type { passToReviewer, withdrawClaim as contract } from '@contract/waiver-evidence';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { addStep, moveClaim, readReasons, tellPatient } from './claim-progress';
import { getOwnClaim } from './find-claims';
import { closeReview } from './close-review';
import { releaseBills } from './hold-bills';
import { sendToCheck } from './send-to-check';
import { showClaim } from './show-claim';
import { type ClaimState, WaiverClaim } from './waiver-claim.entity';

const UNDECIDED: readonly ClaimState[] = [
  ...(['awaiting_consent', 'checking', 'needs_commitment', 'needs_person', 'needs_material'] as const),
];

/** Before it is decided, the claimant may take a claim back; the bills are free again. */
export async function withdrawClaim(tx: Tx, { claimId }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const claim = await getOwnClaim(tx, claimId);
  tx.subject(claim.donorId);
  const isOpen = UNDECIDED.includes(claim.state);
  if (!isOpen || !(await moveClaim(tx, claimId, claim.state, 'withdrawn', { openKey: null })))
    throw new Refusal('STATE_CHANGED', 'conflict');
  await releaseBills(tx, claimId);
  await closeReview(tx, claimId, 'withdrawn');
  await addStep(tx, claimId, 'withdrawn', '申请人撤回了申请。');
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claimId }));
}

/** A person instead of the letter, or instead of the donor who does not answer: then what else can be found is found first. */
export async function passClaim(
  tx: Tx,
  { claimId }: Input<typeof passToReviewer>,
): Promise<Output<typeof passToReviewer>> {
  const claim = await getOwnClaim(tx, claimId);
  tx.subject(claim.donorId);
  const moved =
    claim.state === 'awaiting_consent'
      ? await sendToCheck(tx, claim, 'awaiting_consent')
      : await moveClaim(tx, claimId, 'needs_commitment', 'needs_person', {
          reasons: JSON.stringify(readReasons(claim)),
        });
  if (!moved) throw new Refusal('STATE_CHANGED', 'conflict');
  const state = claim.state === 'awaiting_consent' ? 'checking' : 'needs_person';
  await addStep(tx, claimId, state, '申请人请工作人员核对。');
  if (state === 'needs_person') await tellPatient(tx, claim, 'waiver.needs-person');
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claimId }));
}
