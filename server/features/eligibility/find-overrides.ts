import { In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { overrideRule } from '@contract/eligibility';
import { findDeferralRule } from '@rules/deferral';
import type { CalendarDate } from '@rules/calendar';
import { getDonationEdition } from '@rules/donation-edition';
import type { Rule } from '@rules/edition';
import { Organization } from '@server/features/organizations';
import { findRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { RuleOverride } from './rule-override.entity';

export type OverrideView = Output<typeof overrideRule>;

/** A rule of the examination, the intervals or the lists that an assessment may name. */
export const findRule = (ruleId: string, on: CalendarDate): Rule | undefined =>
  findDeferralRule(ruleId, on) ??
  Object.values<Rule | undefined>(getDonationEdition(on).rules).find(rule => rule?.id === ruleId);

/** What doctors have set aside for the person and what has not ended by that day, the latest first. */
export async function findOverrides(tx: Tx, personId: string, on: CalendarDate): Promise<RuleOverride[]> {
  const rows = await findRows(tx.em, RuleOverride, { personId });
  return rows
    .filter(({ endedAt, untilOn }) => endedAt === null && untilOn > on)
    .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1));
}

/** Of each person the rules that are set aside on that day. */
export async function findRulesSetAside(
  tx: Tx,
  personIds: readonly string[],
  on: CalendarDate,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.em.findBy(RuleOverride, {
    personId: In([...personIds]),
    fromOn: LessThanOrEqual(on),
    untilOn: MoreThan(on),
    endedAt: IsNull(),
  });
  const found = new Map<string, Set<string>>();
  for (const { personId, ruleId } of rows) found.set(personId, (found.get(personId) ?? new Set()).add(ruleId));
  return found;
}

export async function overrideView(tx: Tx, row: RuleOverride): Promise<OverrideView> {
  const station = await tx.em.findOneBy(Organization, { id: row.stationId });
  return {
    id: row.id,
    ruleId: row.ruleId,
    title: findRule(row.ruleId, row.fromOn)?.name ?? row.ruleId,
    reason: tx.app.crypto.open('health', row.reasonSealed),
    from: row.fromOn,
    until: row.untilOn,
    stationName: station?.name ?? '',
  };
}
