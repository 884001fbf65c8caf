import type { Input } from '@contract/endpoint';
import type { overrideRule as contract } from '@contract/eligibility';
import { addYears, type CalendarDate } from '@rules/calendar';
import { findPersonByDocument } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { organizationOf } from '@server/platform/actor';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findRule, overrideView, type OverrideView } from './find-overrides';
import { RuleOverride } from './rule-override.entity';

export async function getDonorByDocument(tx: Tx, { docType, docNumber }: Input<typeof contract>['document']) {
  const person = await findPersonByDocument(tx, docType, docNumber);
  if (!person) throw new Refusal('NOBODY_FOUND', 'conflict');
  tx.subject(person.id);
  return person;
}

/** Special matching is the standard's own exception with a physician's approval; every other interval binds everybody. */
const isApproval = (ruleId: string): boolean => ruleId === 'INT-PP-X';

function requireOverridable(ruleId: string, on: string): void {
  const rule = findRule(ruleId, on);
  if (!rule) throw new Refusal('UNKNOWN_RULE', 'conflict');
  if (isApproval(ruleId)) return;
  if (rule.force !== 'recommended') throw new Refusal('RULE_MANDATORY', 'conflict');
  if (rule.kept) throw new Refusal('RULE_KEPT', 'conflict');
}

interface SettingAside {
  readonly personId: string;
  readonly ruleId: string;
  readonly reason: string;
  /** First day on which the rule counts again. */
  readonly until: CalendarDate;
}

/** The doctor in session sets one recommended rule aside for one donor. */
export async function setRuleAside(tx: Tx, { personId, ruleId, reason, until }: SettingAside): Promise<RuleOverride> {
  requireOverridable(ruleId, tx.today);
  const { staffId } = tx.actor;
  if (!staffId) throw new Error('route admits an actor who is not staff');
  const row: RuleOverride = {
    id: newId(),
    personId,
    ruleId,
    reasonSealed: tx.app.crypto.seal('health', reason),
    fromOn: tx.today,
    untilOn: until,
    staffId,
    stationId: organizationOf(tx.actor),
    endedAt: null,
    endedBy: null,
    createdAt: tx.now,
  };
  await tx.em.insert(RuleOverride, { ...row });
  return row;
}

/** By the document in hand, until a day within a year. */
export async function overrideRule(tx: Tx, command: Input<typeof contract>): Promise<OverrideView> {
  const { document, ruleId, reason, until } = command;
  const person = await getDonorByDocument(tx, document);
  requireOverridable(ruleId, tx.today);
  if (until <= tx.today) throw badField('until', 'not_in_the_future');
  if (until > addYears(tx.today, 1)) throw badField('until', 'more_than_a_year');
  return overrideView(tx, await setRuleAside(tx, { personId: person.id, ruleId, reason, until }));
}
