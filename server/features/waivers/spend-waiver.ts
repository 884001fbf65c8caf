import type { CalendarDate } from '@rules/calendar';
import { type WaiverEntitlement, type WaiverRelation, waivableFen, waiverSpending } from '@rules/waiver';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { findEntitlement } from './find-entitlement';
import { findSpent, takeTurn } from './waiver-account';
import { WaiverPosting } from './waiver-posting.entity';

const poolOf = (relation: WaiverRelation): 'self' | 'relative' => (relation === 'self' ? 'self' : 'relative');

/** Takes what the blood fee needs and the balance has. Nothing is taken when the patient is not entitled. */
export async function spendWaiver(
  tx: Tx,
  claim: { id: string; donorId: string; relation: WaiverRelation; usedOn: CalendarDate; bloodFeeFen: number },
): Promise<{ entitlement: WaiverEntitlement; waivedFen: number }> {
  // The turn comes first: the balance is read only when nobody else can spend it any more.
  const turn = await takeTurn(tx, claim.donorId);
  const entitlement = await findEntitlement(tx, claim.donorId, claim.relation, claim.usedOn);
  const waivedFen = waivableFen(entitlement, claim.bloodFeeFen);
  const postings = waiverSpending(entitlement, waivedFen).map(({ donationId, ml }, ordinal) => ({
    id: newId(),
    donorId: claim.donorId,
    donationId,
    claimId: claim.id,
    pool: poolOf(claim.relation),
    direction: 'spend' as const,
    ml,
    turn,
    ordinal,
    at: tx.now,
  }));
  if (postings.length > 0) await tx.em.insert(WaiverPosting, postings);
  return { entitlement, waivedFen };
}

/** Gives back exactly what the claim took, to the donations it was taken from. */
export async function returnWaiver(tx: Tx, claim: { id: string; donorId: string }): Promise<void> {
  const turn = await takeTurn(tx, claim.donorId);
  const postings = await tx.em.find(WaiverPosting, { where: { claimId: claim.id }, order: { ordinal: 'ASC' } });
  if (postings.some(({ direction }) => direction === 'return')) return;
  const returned = postings.map((posting, ordinal) => ({
    ...posting,
    id: newId(),
    direction: 'return' as const,
    turn,
    ordinal,
    at: tx.now,
  }));
  if (returned.length === 0) return;
  await tx.em.insert(WaiverPosting, returned);
  const negative = (await findSpent(tx, claim.donorId)).find(({ ml }) => ml < 0);
  if (negative) throw new Error('a donation would have more returned than was spent');
}
