import { insertRows } from '@server/platform/db/insert-rows';
import { findRowsIn, padded } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import type { Turn } from './waiver-account';
import { WaiverAccount } from './waiver-account.entity';

/**
 * The next turn of many accounts by few statements. Counting up inside the statement holds each account until the
 * transaction ends, as the single turn does; in one order, so that two batches never wait for each other crosswise.
 */
export async function takeTurns(tx: Tx, donorIds: readonly string[]): Promise<Map<string, Turn>> {
  const ids = [...donorIds].sort();
  const known = new Set((await findRowsIn(tx.em, WaiverAccount, 'donorId', ids)).map(({ donorId }) => donorId));
  const fresh = ids.filter(id => !known.has(id));
  // A batch that opens the same account in this moment makes this one fail on the key, and it is repeated.
  await insertRows(
    tx.em,
    WaiverAccount,
    fresh.map(donorId => ({ donorId, turn: 0, updatedAt: tx.now, dueOn: '' })),
  );
  const list = padded(ids);
  await tx.em.query(
    `UPDATE waiver_account SET turn = turn + 1, updated_at = ? WHERE donor_id IN (${list.map(() => '?').join(', ')})`,
    [tx.now, ...list],
  );
  const accounts = await findRowsIn(tx.em, WaiverAccount, 'donorId', ids);
  return new Map(accounts.map(({ donorId, turn, dueOn }) => [donorId, { turn, dueOn, ordinal: 0, groupNo: 0 }]));
}

/** When each account has something due, in one statement. */
export async function writeDueDays(tx: Tx, due: ReadonlyMap<string, string>): Promise<void> {
  if (due.size === 0) return;
  const ids = [...due.keys()].sort();
  const cases = 'WHEN ? THEN ? '.repeat(ids.length);
  await tx.em.query(
    `UPDATE waiver_account SET due_on = CASE donor_id ${cases}END WHERE donor_id IN (${ids.map(() => '?').join(', ')})`,
    [...ids.flatMap(id => [id, due.get(id) ?? '']), ...ids],
  );
}
