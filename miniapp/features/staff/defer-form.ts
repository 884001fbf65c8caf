import { addDays, type CalendarDate } from '@rules/calendar';
import { type DeferralChoice, deferralEnd, deferralRules, findDeferralRule } from '@rules/deferral';
import { commonRuleIds } from './nurse-words';

const most = 12;
const plain = (text: string): string => text.toLowerCase().replace(/[\s（）()、，]/g, '');

interface FoundRules {
  readonly rules: readonly DeferralChoice[];
  /** More fit than are shown. */
  readonly more: boolean;
}

/** Rules whose name or number holds what was typed; those met most often when nothing was. */
export function findRules(words: string, on: CalendarDate): FoundRules {
  const all = deferralRules(on);
  const wanted = words.split(/\s+/).map(plain).filter(Boolean);
  const found =
    wanted.length === 0
      ? commonRuleIds.flatMap(id => all.filter(rule => rule.id === id))
      : all.filter(({ id, title }) => wanted.every(word => plain(title + id).includes(word)));
  return { rules: found.slice(0, most), more: found.length > most };
}

export const ruleOf = (ruleId: string, on: CalendarDate): DeferralChoice | undefined =>
  deferralRules(on).find(({ id }) => id === ruleId);

/** First possible day by the rule, counted from the day of the cause; empty when the physician says. */
export function endByRule(ruleId: string, since: CalendarDate, on: CalendarDate): CalendarDate | '' {
  const rule = findDeferralRule(ruleId, on);
  if (!rule || rule.permanent) return '';
  // A figure of today says nothing about tomorrow.
  return deferralEnd(rule, since) ?? (rule.kind === 'measurement' ? addDays(on, 1) : '');
}

/** Whether the chosen day is before the one that the rule gives. */
export function isTooShort(ruleId: string, since: CalendarDate, until: CalendarDate, on: CalendarDate): boolean {
  const rule = findDeferralRule(ruleId, on);
  const least = rule && deferralEnd(rule, since);
  return least !== undefined && least > on && until < least;
}
