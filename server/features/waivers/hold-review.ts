import { getEdition } from '@rules/edition';
import { plusSeconds } from '@server/platform/clock';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { takeTurn } from './waiver-account';
import { WaiverAppeal } from './waiver-appeal.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';

/** The reviewer in session. The account is the person: signing in anew changes nothing. */
export function reviewerOf(tx: Tx): string {
  if (!tx.actor.staffId) throw new Error('route admits an actor without a staff member');
  return tx.actor.staffId;
}

export type Lease = { holder: 'nobody' | 'me' | 'other'; until: string | null };

export function leaseOf(tx: Tx, { reviewerId, leaseUntil }: Pick<WaiverClaim, 'reviewerId' | 'leaseUntil'>): Lease {
  if (reviewerId === null || leaseUntil === null || leaseUntil <= tx.now) return { holder: 'nobody', until: null };
  return { holder: reviewerId === reviewerOf(tx) ? 'me' : 'other', until: leaseUntil };
}

export interface Opposed {
  /** A proposal that waits for a second reviewer. */
  proposal: WaiverReviewDecision | null;
  appeal: WaiverAppeal | null;
  /** The reviewer in session proposed it, or refused what the appeal is about. */
  isOwn: boolean;
}

export async function findOpposed(tx: Tx, claimId: string): Promise<Opposed> {
  const me = reviewerOf(tx);
  const proposal = await tx.em.findOneBy(WaiverReviewDecision, { openKey: claimId });
  const appeal = await tx.em.findOneBy(WaiverAppeal, { claimId, state: 'open' });
  return { proposal, appeal, isOwn: proposal?.madeBy === me || appeal?.refusedBy === me };
}

async function extend(tx: Tx, claimId: string, condition: string): Promise<string | undefined> {
  const { value: minutes } = getEdition('service', tx.today).rules.waiverLeaseMinutes;
  const leaseUntil = plusSeconds(tx.now, minutes * 60);
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverClaim)
    .set({ reviewerId: reviewerOf(tx), leaseUntil })
    .where(`id = :claimId AND state = 'needs_person' AND ${condition}`, { claimId, me: reviewerOf(tx), now: tx.now })
    .execute();
  return affected === 1 ? leaseUntil : undefined;
}

/** One conditional update: of two reviewers one has it. A lease that has ended counts as none. */
export async function takeReview(tx: Tx, { claimId }: { claimId: string }): Promise<{ until: string }> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  if (claim.state !== 'needs_person') throw new Refusal('STATE_CHANGED', 'conflict');
  if ((await findOpposed(tx, claimId)).isOwn) throw new Refusal('OWN_DECISION', 'conflict');
  const until = await extend(tx, claimId, '(reviewer_id IS NULL OR reviewer_id = :me OR lease_until <= :now)');
  if (until === undefined) throw new Refusal('TAKEN_BY_OTHER', 'conflict');
  return { until };
}

export async function returnReview(tx: Tx, { claimId }: { claimId: string }): Promise<{ done: true }> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverClaim)
    .set({ reviewerId: null, leaseUntil: null })
    .where('id = :claimId AND reviewer_id = :me', { claimId, me: reviewerOf(tx) })
    .execute();
  if (affected !== 1) throw new Refusal('NOT_TAKEN', 'conflict');
  const { donorId } = await tx.em.findOneByOrFail(WaiverClaim, { id: claimId });
  tx.subject(donorId);
  return { done: true };
}

/**
 * For whatever a reviewer does with a claim: the donor's turn first, then the claim, in the order of everybody. The lease
 * must be theirs and alive, and is renewed; the row stays locked until the end, so that of two who act at once one waits and
 * then finds it gone.
 */
export async function holdReview(tx: Tx, claimId: string): Promise<{ claim: WaiverClaim } & Opposed> {
  const found = await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!found) throw notFound();
  tx.subject(found.donorId);
  await takeTurn(tx, found.donorId);
  const held = await extend(tx, claimId, 'reviewer_id = :me AND lease_until > :now');
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: claimId });
  if (claim.state !== 'needs_person') throw new Refusal('STATE_CHANGED', 'conflict', { state: claim.state });
  if (held === undefined) throw new Refusal('NOT_TAKEN', 'conflict');
  const opposed = await findOpposed(tx, claimId);
  if (opposed.isOwn) throw new Refusal('OWN_DECISION', 'conflict');
  return { claim, ...opposed };
}
