import type { CalendarDate } from './calendar';
import { addDays, addPeriod, daysBetween } from './calendar';
import { findDonationEdition } from './donation-edition';
import { findEdition } from './edition';
import type { Rule, RuleForce } from './edition';
import type { DeferralKind, DeferralRule } from './editions/deferral-model';

export type { DeferralKind, DeferralRule } from './editions/deferral-model';

/** A limit of the examination as a reason to defer: the standard sets no wait, so the physician decides. */
const measured = (limit: Rule): DeferralRule => ({
  ...limit,
  name: `${limit.name}：未达到`,
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
