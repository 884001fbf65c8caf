import { MIN_INTERVAL } from '@privilege-code/life-times';
import { plusSeconds } from '@server/platform/clock';
import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { isTooFast } from './travel-speed';

type Doubt = 'interval' | 'speed';

interface Use {
  personId: string;
  cti: string;
  gate: Gate;
}

/** Longer ago than this, the whole province could be crossed. */
const LOOK_BACK = 2 * 3600;

interface Row {
  person_id: string;
  gate_id: string;
  group_code: string;
  at: string;
}

/**
 * What makes us look twice at codes that are in order, by their ids: the donor's last use. The donors' rows are held by then, so
 * nothing can come between; two codes of one donor in one list are together.
 */
export async function findDoubts(tx: Tx, uses: readonly Use[]): Promise<Map<string, Doubt>> {
  const doubts = new Map<string, Doubt>();
  if (uses.length === 0) return doubts;
  const people = [...new Set(uses.map(({ personId }) => personId))];
  const marks = people.map(() => '?').join(', ');
  const rows: Row[] = await tx.em.query(
    `SELECT person_id, gate_id, group_code, at FROM gate_scan WHERE person_id IN (${marks}) AND result IN ('green', 'amber') AND at > ?`,
    [...people, plusSeconds(tx.now, -LOOK_BACK)],
  );
  const last = new Map<string, Row>();
  for (const row of rows) if (row.at >= (last.get(row.person_id)?.at ?? '')) last.set(row.person_id, row);
  const gates = await findRowsIn(tx.em, Gate, 'id', [...new Set([...last.values()].map(row => row.gate_id))]);
  const known = new Map([...gates, ...uses.map(({ gate }) => gate)].map(gate => [gate.id, gate]));
  for (const { personId, cti, gate } of uses) {
    const doubt = doubtOf(tx, gate, last.get(personId), known);
    if (doubt) doubts.set(cti, doubt);
    const { id, groupCode } = gate;
    last.set(personId, { person_id: personId, gate_id: id, group_code: groupCode, at: tx.now });
  }
  return doubts;
}

function doubtOf(tx: Tx, gate: Gate, last: Row | undefined, gates: ReadonlyMap<string, Gate>): Doubt | undefined {
  if (!last) return undefined;
  const seconds = (Date.parse(tx.now) - Date.parse(last.at)) / 1000;
  if (last.group_code === gate.groupCode) return seconds < MIN_INTERVAL ? 'interval' : undefined;
  const before = gates.get(last.gate_id);
  return before && isTooFast(before, gate, seconds) ? 'speed' : undefined;
}
