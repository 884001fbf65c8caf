import { toChinaDate, type CalendarDate } from '@rules/calendar';
import type { RuleForce } from '@rules/edition';
import { findRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Deferral } from './deferral.entity';

export interface ActiveDeferral {
  readonly id: string;
  readonly ruleId: string;
  readonly reason: string;
  /** First day on which donating is possible again; null: for good, or until a person decides. */
  readonly untilOn: CalendarDate | null;
  readonly permanent: boolean;
  readonly fromOn: CalendarDate;
  /** Force of the rule when the deferral was written; null of a code that no list has. */
  readonly force: RuleForce | null;
}

/** Deferrals that hold on that day, the longest first. */
export async function activeDeferrals(tx: Tx, personId: string, on: CalendarDate): Promise<ActiveDeferral[]> {
  const rows = await findRows(tx.em, Deferral, { personId });
  return rows
    .filter(({ endedAt, untilOn }) => endedAt === null && (untilOn === null || untilOn > on))
    .map(row => ({
      id: row.id,
      ruleId: row.ruleId,
      reason: tx.app.crypto.open('health', row.reasonSealed),
      untilOn: row.permanent ? null : row.untilOn,
      permanent: row.permanent,
      fromOn: row.fromOn ?? toChinaDate(row.createdAt),
      force: row.force,
    }))
    .sort((a, b) => (b.untilOn ?? '9999').localeCompare(a.untilOn ?? '9999'));
}
