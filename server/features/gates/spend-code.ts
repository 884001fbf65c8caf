import { findRowsIn, insertRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { SpentCode } from './spent-code.entity';

export interface Spending {
  replayKey: string;
  scanId: string;
}

/**
 * Which of these scans used their code: the insert into the unique key decides, never a look beforehand. Whoever lost waits in the
 * insert for the other transaction to end, and then finds the other's name in the row, or none of its own.
 */
export async function spendCodes(tx: Tx, spendings: readonly Spending[]): Promise<ReadonlySet<string>> {
  if (spendings.length === 0) return new Set();
  // In one order, so that two batches that share codes wait for each other and do not lock each other out.
  const sorted = [...spendings].sort((a, b) => (a.replayKey < b.replayKey ? -1 : 1));
  const rows = sorted.map(({ replayKey, scanId }) => ({ replayKey, scanId, spentAt: tx.now }));
  const added = await insertRows(tx.em, SpentCode, rows, { orIgnore: true });
  // Nobody was refused: there is nothing to ask.
  if (added === rows.length) return new Set(rows.map(({ scanId }) => scanId));
  const keys = sorted.map(({ replayKey }) => replayKey);
  const standing = await findRowsIn(tx.em, SpentCode, 'replayKey', keys);
  return new Set(standing.map(({ scanId }) => scanId));
}
