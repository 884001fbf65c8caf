import type { Tx } from '@server/platform/tx';
import { WaiverAppeal } from './waiver-appeal.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';
import { WaiverMaterial } from './waiver-material.entity';

/** A claim whose refusal the claimant has appealed against, and nobody has decided that yet. */
export const isUnderAppeal = (tx: Tx, claimId: string): Promise<boolean> =>
  tx.em.existsBy(WaiverAppeal, { claimId, state: 'open' });

/** The claim is decided or taken back: what was open about it is closed. True when an appeal was. */
export async function closeReview(
  tx: Tx,
  claimId: string,
  appeal: 'upheld' | 'changed' | 'withdrawn',
): Promise<boolean> {
  await tx.em.update(WaiverMaterial, { openKey: claimId }, { openKey: null });
  await tx.em.update(WaiverReviewDecision, { openKey: claimId }, { openKey: null, state: 'lapsed' });
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverAppeal)
    .set({ state: appeal, decidedBy: tx.actor.staffId ?? null, decidedAt: tx.now })
    .where("claim_id = :claimId AND state = 'open'", { claimId })
    .execute();
  return affected === 1;
}
