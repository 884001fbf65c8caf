import type { Input, Output } from '@contract/endpoint';
import type { confirmDecision as contract } from '@contract/waiver-review';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { approveClaim } from './approve-claim';
import { addStep } from './claim-progress';
import { openContent, sealWords } from './decision-content';
import { openFen } from './hold-bills';
import { holdReview, reviewerOf } from './hold-review';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';
import { barred, weighApproval } from './weigh-approval';

/** The second pair of eyes. Who proposed cannot be here: refused by `holdReview`, and once more by the statement itself. */
export async function confirmDecision(
  tx: Tx,
  { claimId, confirm, note }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { claim, proposal } = await holdReview(tx, claimId);
  if (!proposal) throw new Refusal('STATE_CHANGED', 'conflict');
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverReviewDecision)
    .set({
      state: confirm ? 'final' : 'returned',
      openKey: null,
      secondBy: reviewerOf(tx),
      secondAt: tx.now,
      secondNoteSealed: sealWords(tx, note),
    })
    .where("id = :id AND state = 'proposed' AND made_by <> :me", { id: proposal.id, me: reviewerOf(tx) })
    .execute();
  if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  if (confirm) {
    await openFen(tx, claim.id);
    const content = openContent(tx, proposal);
    const weighed = await weighApproval(tx, claim, content);
    if (!weighed.approval.may) throw barred(weighed);
    // What the first one saw is what the second one confirms.
    if (weighed.approval.waivedFen !== proposal.waivedFen) throw new Refusal('AMOUNT_CHANGED', 'conflict');
    await approveClaim(tx, claim, content, weighed);
  } else {
    await tx.em.update(WaiverClaim, { id: claim.id }, { reviewerId: null, leaseUntil: null });
    await addStep(tx, claim.id, 'needs_person', '另一位审核员复核后，退回继续核对。');
  }
  const shown = await showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id }));
  return { claim: shown, result: confirm ? 'approved' : 'returned' };
}
