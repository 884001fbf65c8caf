import { MIN_INTERVAL } from '@privilege-code/life-times';
import { plusSeconds } from '@server/platform/clock';
import { findRowsIn, padded } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { isTooFast } from './travel-speed';

type Doubt = 'interval' | 'speed' | 'review';

interface Use {
  personId: string;
  cti: string;
  gate: Gate;
}

/** A placeholder until there are figures. Staff look; nobody is suspended by itself. */
const FLAGGED_FOR_REVIEW = 3;

/** Longer ago than this, the whole province could be crossed. */
const LOOK_BACK = 2 * 3600;

interface Row {
  person_id: string;
  gate_id: string;
  group_code: string;
  at: string;
  /** Let in by a gate on its own, and should not have been. Such rows count as long as they are kept, 30 days. */
  flagged: number;
}

/**
 * What makes us look twice at codes that are in order, by their ids: the donor's last use. The donors' rows are held by then, so
 * nothing can come between; two codes of one donor in one list are together.
 */
export async function findDoubts(tx: Tx, uses: readonly Use[]): Promise<Map<string, Doubt>> {
  const doubts = new Map<string, Doubt>();
  if (uses.length === 0) return doubts;
  const people = padded([...new Set(uses.map(({ personId }) => personId))]);
  const marks = people.map(() => '?').join(', ');
  const rows: Row[] = await tx.em.query(
    `SELECT person_id, gate_id, group_code, at, flagged FROM gate_scan WHERE person_id IN (${marks}) AND result IN ('green', 'amber') AND (at > ? OR flagged = 1)`,
    [...people, plusSeconds(tx.now, -LOOK_BACK)],
  );
  const last = new Map<string, Row>();
  const flagged = new Map<string, number>();
  for (const row of rows) flagged.set(row.person_id, (flagged.get(row.person_id) ?? 0) + row.flagged);
  for (const row of rows) if (row.at >= (last.get(row.person_id)?.at ?? '')) last.set(row.person_id, row);
  const gates = await findRowsIn(tx.em, Gate, 'id', [...new Set([...last.values()].map(row => row.gate_id))]);
  const known = new Map([...gates, ...uses.map(({ gate }) => gate)].map(gate => [gate.id, gate]));
  for (const { personId, cti, gate } of uses) {
    const review = (flagged.get(personId) ?? 0) >= FLAGGED_FOR_REVIEW ? ('review' as const) : undefined;
    const doubt = review ?? doubtOf(tx, gate, last.get(personId), known);
    if (doubt) doubts.set(cti, doubt);
    const { id, groupCode } = gate;
    last.set(personId, { person_id: personId, gate_id: id, group_code: groupCode, at: tx.now, flagged: 0 });
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
