import type { CalendarDate } from './calendar';
import { addDays, addPeriod } from './calendar';
import { getEdition } from './edition';
import type { DeferralRule } from './editions/deferral-model';

export type { DeferralRule } from './editions/deferral-model';

export const findDeferralRule = (ruleId: string, on: CalendarDate): DeferralRule | undefined =>
  getEdition('deferral', on).rules[ruleId];

/** First possible day after a wait that began on `anchor`; undefined when the physician decides. */
export function deferralEnd(rule: DeferralRule, anchor: CalendarDate): CalendarDate | undefined {
  const { value, unit } = rule;
  if (unit === '') return undefined;
  // Hours after an hour nobody wrote down: the first whole day that is surely later.
  if (unit === 'hour') return addDays(anchor, Math.ceil(value / 24) + 1);
  const end = addPeriod(anchor, { value, unit });
  return rule.daysIncluded ? addDays(end, 1) : end;
}
