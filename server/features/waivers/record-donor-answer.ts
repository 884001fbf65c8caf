import type { Input, Output } from '@contract/endpoint';
import type { recordDonorAnswer as contract } from '@contract/waiver-review';
import { REFUSAL_GROUNDS } from '@rules/waiver-review';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { refuseClaim } from './apply-entitlement';
import { addEvidence, addStep } from './claim-progress';
import { holdReview } from './hold-review';
import { sendToCheck } from './send-to-check';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';

const BY = { phone: '电话', counter: '窗口' } as const;

/**
 * The donor who did not answer on the phone has told a reviewer. With the word the registers may be asked, and they decide
 * as for every claim; without it the claim ends.
 */
export async function recordDonorAnswer(
  tx: Tx,
  { claimId, agreed, how }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { claim, proposal } = await holdReview(tx, claimId);
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverConsent)
    .set({ state: agreed ? 'agreed' : 'declined', answeredAt: tx.now })
    // The donor's own answer stands; only silence can be filled.
    .where("claim_id = :claimId AND state IN ('asked', 'expired')", { claimId })
    .execute();
  if (affected !== 1 || proposal) throw new Refusal('STATE_CHANGED', 'conflict');
  const text = `献血者在${BY[how]}里${agreed ? '同意' : '不同意'}查询，由审核员记录。`;
  await addEvidence(tx, claimId, [
    { kind: 'consent', source: '审核员记录', result: agreed ? 'proved' : 'conflict', text, sha256: null },
  ]);
  if (agreed) {
    if (!(await sendToCheck(tx, claim, 'needs_person'))) throw new Refusal('STATE_CHANGED', 'conflict');
    await addStep(tx, claimId, 'checking', '已联系到献血者，献血者同意查询，开始核对。');
  } else {
    const { clause, words } = REFUSAL_GROUNDS.consent;
    await refuseClaim(tx, claim, { from: 'needs_person', clause, reason: `${words}。` });
  }
  return { claim: await showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claimId })) };
}
