import { ageReasons } from './age';
import { addDays, laterOf } from './calendar';
import type { CalendarDate } from './calendar';
import { conditionReasons, deferralReasons } from './deferral-reason';
import { findDeferralRule } from './deferral';
import { getDonationEdition } from './donation-edition';
import { findEdition, valueText } from './edition';
import type { Effect, Eligibility, EligibilityQuestion, EligibilityReason, Override } from './eligibility-model';
import { earliestDates } from './interval';
import { checkMeasurements } from './measurement';
import { evaluateAnswers } from './questionnaire';

export { deferralReasons as explainDeferral } from './deferral-reason';
export type {
  Condition,
  Deferral,
  Eligibility,
  EligibilityQuestion,
  EligibilityReason,
  Override,
} from './eligibility-model';

function intervalReasons(question: EligibilityQuestion, on: CalendarDate): EligibilityReason[] {
  const { history, askedType, specialMatching, edition } = question;
  const options = { specialMatching: specialMatching === true, ...(edition ? { edition } : {}) };
  return earliestDates(history, on, options)[askedType].reasons.map(({ sourceDonationId: _donation, ...reason }) => ({
    ...reason,
    kind: 'interval',
    effect: 'not_before',
    change:
      reason.ruleId === 'INT-PP'
        ? '到了日子自动解除；特殊配型并经医师批准的，可以缩短到 1 周。'
        : '到了日子自动解除，不用办手续。间隔是强制规定，医生也不能缩短。',
  }));
}

function answerReasons({ answers, date, askedType }: EligibilityQuestion): EligibilityReason[] {
  if (!answers) return [];
  const effects = { defer: 'not_before', doctor: 'doctor', stop: 'no', advice: 'note' } as const;
  return evaluateAnswers(answers.version, answers.answers, date, askedType).map(finding => {
    const rule = finding.ruleId === null ? undefined : findDeferralRule(finding.ruleId, date);
    return {
      kind: 'questionnaire',
      effect: effects[finding.outcome],
      ruleId: finding.ruleId ?? finding.questionId,
      text: finding.text,
      value: rule && rule.unit !== '' ? valueText(rule) : '',
      ...(finding.until === null ? {} : { until: finding.until }),
      source: finding.source,
      force: rule?.force ?? 'recommended',
      confirmed: finding.confirmed,
      edition: findEdition('deferral', date)?.id ?? answers.version,
      change: finding.outcome === 'doctor' ? '请在现场和体检医生说明，由医生判断。' : '情况有变化时重新填写征询表。',
      ...(rule?.kept && { kept: true }),
    };
  });
}

function measuredReasons({ measurements, donor, askedType, date, edition }: EligibilityQuestion): EligibilityReason[] {
  if (!measurements || !donor.sex) return [];
  const findings = checkMeasurements({ ...measurements, sex: donor.sex, type: askedType }, date, edition);
  return findings.map(({ field: _field, ...finding }) => ({
    ...finding,
    kind: 'measurement',
    change: '休息后可以复测，复测合格就可以；由体检医生判断。',
  }));
}

const isSetAside = (reason: EligibilityReason, overrides: readonly Override[], on: CalendarDate): boolean =>
  reason.force === 'recommended' &&
  reason.kept !== true &&
  overrides.some(({ ruleId, from, until }) => ruleId === reason.ruleId && from <= on && on < until);

function setAside(reasons: EligibilityReason[], { overrides }: EligibilityQuestion, on: CalendarDate) {
  return reasons.map((reason): EligibilityReason =>
    isSetAside(reason, overrides ?? [], on) ? { ...reason, effect: 'note', overridden: true } : reason,
  );
}

/** What stands against the donor on any day, whatever is said or measured on it. */
function standingReasons(question: EligibilityQuestion, on: CalendarDate): EligibilityReason[] {
  const edition = question.edition ?? getDonationEdition(on);
  const reasons = [
    ...ageReasons(question, on, edition),
    ...question.deferrals.flatMap(deferral => deferralReasons(deferral, on, question)),
    ...intervalReasons(question, on),
    ...(question.conditions ?? []).flatMap(condition => conditionReasons(condition, question.date, on, question)),
  ];
  return setAside(reasons, question, on);
}

const has = (reasons: readonly EligibilityReason[], effect: Effect) => reasons.some(reason => reason.effect === effect);

const lastDay = (reasons: readonly EligibilityReason[], after: CalendarDate): CalendarDate =>
  reasons.reduce(
    (latest, { effect, until }) => (effect === 'not_before' && until !== undefined ? laterOf(latest, until) : latest),
    addDays(after, 1),
  );

/**
 * Whether this person may give this type on that day, as far as the record, the answers and the measurements tell. The
 * physician at the site still examines: 'yes' means that nothing known stands against it.
 */
export function assess(question: EligibilityQuestion): Eligibility {
  const { date: asked } = question;
  const edition = (question.edition ?? getDonationEdition(asked)).id;
  const ofToday = setAside([...answerReasons(question), ...measuredReasons(question)], question, asked);
  const reasons = [...standingReasons(question, asked), ...ofToday];
  if (has(reasons, 'no')) return { verdict: 'no', reasons, edition };
  // A wait may outlast an age limit, an override, or reach into another law: the promised day is asked itself.
  const found = [...reasons];
  let date = asked;
  for (let then = reasons; has(then, 'not_before');) {
    date = lastDay(then, date);
    then = standingReasons(question, date);
    const closed = then.filter(({ effect }) => effect === 'no');
    // No doctor opens what is closed on the day that the wait ends.
    if (closed.length > 0) return { verdict: 'no', reasons: [...reasons, ...closed], edition };
    if (!has(found, 'doctor')) found.push(...then.filter(({ effect }) => effect === 'doctor'));
  }
  if (has(found, 'doctor')) return { verdict: 'doctor', reasons: found, edition };
  return date === asked ? { verdict: 'yes', reasons, edition } : { verdict: 'not_before', date, reasons, edition };
}

const CONCEALED = {
  ruleId: 'CALL',
  text: '请与血站联系',
  value: '',
  source: 'GB 18467-2011《献血者健康检查要求》',
  confirmed: true,
  kept: true,
  change: '请拨打 96614 与血站联系，由医生当面告诉您。',
} as const;

/** A reason as the donor may see it: what only the station tells in person loses its name, id, value and force. */
export const asDonorSees = (reason: EligibilityReason): EligibilityReason =>
  reason.concealed ? { ...reason, ...CONCEALED, force: 'recommended', edition: 'cn-deferral-2011' } : reason;
