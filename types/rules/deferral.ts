import type { CalendarDate } from './calendar';
import { addDays, addPeriod, daysBetween } from './calendar';
import { findDonationEdition } from './donation-edition';
import { findEdition } from './edition';
import type { Rule, RuleForce } from './edition';
import type { DeferralKind, DeferralRule } from './editions/deferral-model';

export type { DeferralKind, DeferralRule } from './editions/deferral-model';

/** What was measured, in the words of a person: '男性血红蛋白低于 120 g/L'. */
function sayMissed({ name, value, unit }: Rule): string {
  const limit = `${Array.isArray(value) ? value.join('–') : String(value)}${unit === '' ? '' : ` ${unit}`}`;
  const what = name.split('，')[0] ?? name;
  if (Array.isArray(value)) return `${what}不在 ${limit} 之间`;
  for (const [asked, missed] of [
    ['不低于', '低于'],
    ['不高于', '高于'],
    ['不超过', '超过'],
    ['低于', '达到或超过'],
  ] as const)
    if (what.endsWith(asked)) return `${what.slice(0, -asked.length)}${missed} ${limit}`;
  return `${what}不在 ${limit} 以内`;
}

/** A limit of the examination as a reason to defer: the standard sets no wait, so the physician decides. */
const measured = (limit: Rule): DeferralRule => ({
  ...limit,
  name: sayMissed(limit),
  value: 0,
  unit: '',
  anchor: '由体检医师决定',
  kind: 'measurement',
});

const isMeasured = ({ id }: Rule): boolean => !id.startsWith('VOL-');

function allDeferralRules(on: CalendarDate): DeferralRule[] {
  const listed = (['deferral', 'permanent', 'screening'] as const).flatMap(topic =>
    Object.values(findEdition(topic, on)?.rules ?? {}),
  );
  const limits: readonly [string, Rule][] = Object.entries(findDonationEdition(on)?.rules ?? {});
  const measurements = limits.filter(([key, rule]) => key.startsWith('limit') && isMeasured(rule));
  return [...listed, ...measurements.map(([, rule]) => measured(rule))];
}

export const findDeferralRule = (ruleId: string, on: CalendarDate): DeferralRule | undefined =>
  allDeferralRules(on).find(({ id }) => id === ruleId);

/** First possible day after a wait that began on `anchor`; undefined when the physician decides. */
export function deferralEnd(rule: DeferralRule, anchor: CalendarDate): CalendarDate | undefined {
  const { value, unit } = rule;
  if (unit === '') return undefined;
  // Hours after an hour nobody wrote down: the first whole day that is surely later.
  if (unit === 'hour') return addDays(anchor, Math.ceil(value / 24) + 1);
  const end = addPeriod(anchor, { value, unit });
  return rule.daysIncluded ? addDays(end, 1) : end;
}

/** One reason that a desk may choose to end a visit with. */
export type DeferralChoice = {
  id: string;
  title: string;
  kind: DeferralKind;
  force: RuleForce;
  permanent: boolean;
  /** Days from today when the cause was today; null: no fixed wait, the physician writes one (0: another day is as good). */
  defaultWaitDays: number | null;
  concealed: boolean;
  source: string;
  confirmed: boolean;
};

/** Every rule that a person can be deferred by on that day, with the ids that deferral records carry. */
export const deferralRules = (on: CalendarDate): DeferralChoice[] =>
  allDeferralRules(on).map(rule => {
    const end = deferralEnd(rule, on);
    return {
      id: rule.id,
      title: rule.name,
      kind: rule.kind,
      force: rule.force,
      permanent: rule.permanent === true,
      defaultWaitDays: end === undefined ? null : daysBetween(on, end),
      concealed: rule.concealed === true,
      source: rule.source,
      confirmed: rule.confirmed,
    };
  });
