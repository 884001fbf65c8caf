import type { WaiverSpent } from '@rules/waiver';
import type { Tx } from '@server/platform/tx';
import { WaiverAccount } from './waiver-account.entity';
import { WaiverPosting } from './waiver-posting.entity';

/** Far beyond what the relatives of one donor can do at once; reaching it is a defect. */
const MAX_TRIES = 100;

/**
 * Takes the next turn of the donor's account. Until this transaction ends nobody else can take one, so the balance read
 * after this call stays true. The update is conditional: a database that lets two transactions read the same turn still
 * lets only one of them write it.
 */
export async function takeTurn(tx: Tx, donorId: string): Promise<number> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const account = await tx.em.findOneBy(WaiverAccount, { donorId });
    if (!account) {
      const row = { donorId, turn: 0, updatedAt: tx.now };
      await tx.em.createQueryBuilder().insert().into(WaiverAccount).values(row).orIgnore().execute();
      continue;
    }
    const turn = account.turn + 1;
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(WaiverAccount)
      .set({ turn, updatedAt: tx.now })
      .where('donor_id = :donorId AND turn = :seen', { donorId, seen: account.turn })
      .execute();
    if (affected === 1) return turn;
  }
  throw new Error('the account of a donor never came free');
}

/** What was taken from each donation and not given back. */
export async function findSpent(tx: Tx, donorId: string): Promise<WaiverSpent[]> {
  const rows = await tx.em
    .createQueryBuilder(WaiverPosting, 'posting')
    .select('posting.donation_id', 'donationId')
    .addSelect('posting.pool', 'pool')
    .addSelect("SUM(CASE WHEN posting.direction = 'spend' THEN posting.ml ELSE -posting.ml END)", 'ml')
    .where('posting.donor_id = :donorId', { donorId })
    .groupBy('posting.donation_id')
    .addGroupBy('posting.pool')
    .getRawMany<{ donationId: string; pool: 'self' | 'relative'; ml: number | string }>();
  // MySQL answers sums as text.
  return rows.map(({ donationId, pool, ml }) => ({ donationId, by: pool, ml: Number(ml) }));
}
