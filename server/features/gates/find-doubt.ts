import { MIN_INTERVAL } from '@privilege-code/life-times';
import { findRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import type { GateScan } from './gate-scan.entity';
import { isTooFast } from './travel-speed';

type Use = Pick<GateScan, 'gateId' | 'groupCode' | 'at'>;

/**
 * What makes us look twice at a code that is in order: the donor's last use, also one of `together`, which are about to be written.
 * The donor's row is held by then, so nothing can come between.
 */
export async function findDoubt(
  tx: Tx,
  personId: string,
  gate: Gate,
  together: readonly GateScan[] = [],
): Promise<'interval' | 'speed' | undefined> {
  const now = together.findLast(scan => scan.personId === personId && scan.result !== 'red');
  const last: Use | undefined = now ?? (await findLastUse(tx, personId));
  if (!last) return undefined;
  const seconds = (Date.parse(tx.now) - Date.parse(last.at)) / 1000;
  if (last.groupCode === gate.groupCode) return seconds < MIN_INTERVAL ? 'interval' : undefined;
  const before = await findRow(tx.em, Gate, { id: last.gateId });
  return before && isTooFast(before, gate, seconds) ? 'speed' : undefined;
}

/** Ids sort by time. */
async function findLastUse(tx: Tx, personId: string): Promise<Use | undefined> {
  const [last]: { gate_id: string; group_code: string; at: string }[] = await tx.em.query(
    "SELECT gate_id, group_code, at FROM gate_scan WHERE person_id = ? AND result IN ('green', 'amber') ORDER BY id DESC LIMIT 1",
    [personId],
  );
  return last && { gateId: last.gate_id, groupCode: last.group_code, at: last.at };
}
