import type { CalendarDate } from './calendar';
import { deferralEnd, findDeferralRule } from './deferral';
import type { DeferralRule } from './deferral';
import { findEdition, valueText } from './edition';
import type { Condition, Deferral, EligibilityQuestion, EligibilityReason } from './eligibility-model';

type Base = Pick<
  EligibilityReason,
  'ruleId' | 'value' | 'source' | 'force' | 'confirmed' | 'edition' | 'concealed' | 'kept'
>;

const STANDARD = 'GB 18467-2011《献血者健康检查要求》';
const ASK = '请带上病历或检查结果，由体检医生判断。';

const editionOf = (rule: DeferralRule | undefined, on: CalendarDate): string => {
  const topic = rule?.kind === 'test' ? 'screening' : rule?.permanent ? 'permanent' : 'deferral';
  return findEdition(topic, on)?.id ?? 'cn-deferral-2011';
};

function baseOf(ruleId: string, rule: DeferralRule | undefined, on: CalendarDate): Base {
  const edition = editionOf(rule, on);
  // A code of a station that this service does not know: the reason stays with the station.
  if (!rule)
    return { ruleId, value: '', source: STANDARD, force: 'recommended', confirmed: false, edition, concealed: true };
  const { source, force, confirmed, concealed, kept } = rule;
  const value = rule.permanent ? '不能献血' : rule.unit === '' ? '由医生决定' : valueText(rule);
  return { ruleId, value, source, force, confirmed, edition, ...(concealed && { concealed }), ...(kept && { kept }) };
}

/** Without a type: what it means for the type that it bars. */
type AskedType = Partial<Pick<EligibilityQuestion, 'askedType'>>;

const barsType = (rule: DeferralRule | undefined, { askedType }: AskedType): boolean =>
  rule?.onlyFor === undefined || askedType === undefined || rule.onlyFor === askedType;

const NOT_THIS = '只影响献血小板，不影响献全血；请在现场告诉医生';
const until = (rule: DeferralRule | undefined): string =>
  rule?.force === 'mandatory' ? '到了日子自动解除。' : '到了日子自动解除；情况有变化的，可以请体检医生提前看一看。';

/** What one deferral in the record means on a day. */
export function deferralReasons(deferral: Deferral, on: CalendarDate, question: AskedType = {}): EligibilityReason[] {
  if (!deferral.permanent && deferral.until !== undefined && deferral.until <= on) return [];
  const rule = findDeferralRule(deferral.ruleId, on);
  const base = { kind: 'deferral' as const, ...baseOf(deferral.ruleId, rule, on) };
  const name = rule?.name ?? '';
  if (deferral.permanent)
    return [
      {
        ...base,
        effect: 'no',
        text: `按照健康检查要求，您不适合献血（${name}）`,
        change: '体检医生可以根据病历重新评估。',
      },
    ];
  if (!barsType(rule, question))
    return [{ ...base, effect: 'note', text: `${name}：${NOT_THIS}`, change: until(rule) }];
  if (deferral.until === undefined)
    return [{ ...base, effect: 'doctor', text: `${name}：能不能献血要由体检医生决定`, change: ASK }];
  const text = rule && rule.unit !== '' ? `${name}，要等${valueText(rule)}` : `${name}，现在还要再等一等`;
  return [{ ...base, effect: 'not_before', until: deferral.until, text, change: until(rule) }];
}

/** What something that happened means on a day, by the rule of the list. */
export function conditionReasons(
  condition: Condition,
  asked: CalendarDate,
  on: CalendarDate,
  question: AskedType,
): EligibilityReason[] {
  const rule = findDeferralRule(condition.ruleId, on);
  if (!rule) throw new RangeError('no such deferral rule');
  const base = { kind: 'condition' as const, ...baseOf(rule.id, rule, on) };
  // Clause 6.1 is for a diagnosis, which a page cannot make.
  if (rule.permanent)
    return [{ ...base, effect: 'doctor', text: `${rule.name}：一般不能献血，由体检医生判断`, change: ASK }];
  const end = deferralEnd(rule, condition.on ?? asked);
  if (end !== undefined && end <= on) return [];
  if (!barsType(rule, question))
    return [{ ...base, effect: 'note', text: `${rule.name}：${NOT_THIS}`, change: until(rule) }];
  if (end === undefined) return [{ ...base, effect: 'doctor', text: `${rule.name}：由体检医生判断`, change: ASK }];
  const text = `${rule.name}，自${rule.anchor}起要等${valueText(rule)}`;
  // What no public text settles is never told as a fact: the physician says whether it holds.
  if (!rule.confirmed)
    return [
      {
        ...base,
        effect: 'doctor',
        until: end,
        text: `${rule.name}：常见做法是等${valueText(rule)}，没有公开的明文，由体检医生判断`,
        change: ASK,
      },
    ];
  return [{ ...base, effect: 'not_before', until: end, text, change: until(rule) }];
}
