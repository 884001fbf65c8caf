import { insertRows } from '@server/platform/db/insert-rows';
import { findRowsIn, padded } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import type { Turn } from './waiver-account';
import { WaiverAccount } from './waiver-account.entity';

/**
 * The next turn of many accounts by few statements; `due` says who, and when each has something due if it is new. Counting up
 * inside the statement holds each account until the transaction ends, as the single turn does; in one order, so that two
 * batches never wait for each other crosswise. Somebody who opens the same account in this moment makes this fail on the key.
 */
export async function takeTurns(tx: Tx, due: ReadonlyMap<string, string>): Promise<Map<string, Turn>> {
  const ids = [...due.keys()].sort();
  const known = (await findRowsIn(tx.em, WaiverAccount, 'donorId', ids)).map(({ donorId }) => donorId).sort();
  const isKnown = new Set(known);
  const fresh = ids
    .filter(donorId => !isKnown.has(donorId))
    .map(donorId => ({ donorId, turn: 1, updatedAt: tx.now, dueOn: due.get(donorId) ?? '' }));
  await insertRows(tx.em, WaiverAccount, fresh);
  if (known.length > 0) {
    const list = padded(known);
    await tx.em.query(
      `UPDATE waiver_account SET turn = turn + 1, updated_at = ? WHERE donor_id IN (${list.map(() => '?').join(', ')})`,
      [tx.now, ...list],
    );
  }
  const accounts = [...fresh, ...(await findRowsIn(tx.em, WaiverAccount, 'donorId', known))];
  return new Map(accounts.map(({ donorId, turn, dueOn }) => [donorId, { turn, dueOn, ordinal: 0, groupNo: 0 }]));
}

/** When accounts have something due, of those for whom that has changed. */
export async function writeDueDays(tx: Tx, due: ReadonlyMap<string, string>): Promise<void> {
  if (due.size === 0) return;
  const ids = [...due.keys()].sort();
  const cases = 'WHEN ? THEN ? '.repeat(ids.length);
  await tx.em.query(
    `UPDATE waiver_account SET due_on = CASE donor_id ${cases}END WHERE donor_id IN (${ids.map(() => '?').join(', ')})`,
    [...ids.flatMap(id => [id, due.get(id) ?? '']), ...ids],
  );
}
