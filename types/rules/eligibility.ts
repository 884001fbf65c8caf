import { addDays, addYears, completedYears, laterOf } from './calendar';
import type { CalendarDate } from './calendar';
import { findDeferralRule } from './deferral';
import { getEdition, valueText } from './edition';
import type { Rule } from './edition';
import { earliestDates } from './interval';
import type { DonationEdition, IntervalType } from './interval';
import type { PastDonation } from './past-donation';
import { evaluateAnswers } from './questionnaire';
import type { QuestionnaireAnswer } from './questionnaire';

export type Deferral = { ruleId: string; until?: CalendarDate | undefined; permanent: boolean };

export type EligibilityQuestion = {
  birthDate: CalendarDate;
  history: readonly PastDonation[];
  deferrals: readonly Deferral[];
  answers?: { version: string; answers: readonly QuestionnaireAnswer[] } | undefined;
  /** A reaction to a past donation closes the extension of the age limit. */
  pastReaction?: boolean;
  specialMatching?: boolean;
  type: IntervalType;
  on: CalendarDate;
  edition?: DonationEdition;
};

/** What a reason does to the verdict; a note does nothing. */
type Effect = 'no' | 'doctor' | 'not_before' | 'note';

export type EligibilityReason = {
  kind: 'age' | 'interval' | 'deferral' | 'questionnaire';
  effect: Effect;
  ruleId: string;
  text: string;
  until?: CalendarDate;
  source: string;
  confirmed: boolean;
  edition: string;
};

export type Eligibility = {
  verdict: 'yes' | 'not_before' | 'no' | 'doctor';
  /** Set with `not_before`: the first day on which every known reason is over. */
  date?: CalendarDate;
  reasons: EligibilityReason[];
};

function ageReasons(question: EligibilityQuestion, on: CalendarDate, edition: DonationEdition): EligibilityReason[] {
  const { minAge, maxAge, maxAgeRepeat, repeatDonorMin } = edition.rules;
  const age = completedYears(question.birthDate, on);
  const reason = (effect: Effect, rule: Rule, text: string): EligibilityReason => {
    const { id: ruleId, source, confirmed } = rule;
    return { kind: 'age', effect, ruleId, text, source, confirmed, edition: edition.id };
  };
  if (age < minAge.value) {
    const until = addYears(question.birthDate, minAge.value);
    return [{ ...reason('not_before', minAge, `满${valueText(minAge)}才能献血`), until }];
  }
  if (age <= maxAge.value) return [];
  const isRepeatDonor = question.history.length >= repeatDonorMin.value && question.pastReaction !== true;
  if (isRepeatDonor && age <= maxAgeRepeat.value) {
    return [reason('note', maxAgeRepeat, `您是多次献血者，体检合格、本人愿意，可以献到${valueText(maxAgeRepeat)}`)];
  }
  const limit = isRepeatDonor ? maxAgeRepeat : maxAge;
  return [reason('no', limit, `已超过献血年龄${valueText(limit)}，感谢您一直以来的爱心`)];
}

function deferralReason({ ruleId, until, permanent }: Deferral, on: CalendarDate): EligibilityReason[] {
  if (!permanent && until !== undefined && until <= on) return [];
  const rule = findDeferralRule(ruleId, on);
  const { id: edition, source: editionSource } = getEdition('deferral', on);
  const base = {
    kind: 'deferral' as const,
    ruleId,
    source: rule?.source ?? editionSource,
    confirmed: rule?.confirmed ?? true,
    edition,
  };
  if (permanent) return [{ ...base, effect: 'no', text: '按照健康检查要求，您不适合献血，详情请联系血站' }];
  if (until === undefined) return [{ ...base, effect: 'doctor', text: '能不能献血要由体检医生决定，请联系血站' }];
  return [{ ...base, effect: 'not_before', until, text: '按照健康检查要求，现在还要再等一等' }];
}

function answerReasons({ answers, on, type }: EligibilityQuestion): EligibilityReason[] {
  if (!answers) return [];
  const edition = getEdition('deferral', on).id;
  const effects = { defer: 'not_before', doctor: 'doctor', stop: 'no', advice: 'note' } as const;
  return evaluateAnswers(answers.version, answers.answers, on, type).map(finding => ({
    kind: 'questionnaire',
    effect: effects[finding.outcome],
    ruleId: finding.ruleId ?? finding.questionId,
    text: finding.text,
    ...(finding.until === null ? {} : { until: finding.until }),
    source: finding.source,
    confirmed: finding.confirmed,
    edition,
  }));
}

function intervalReasons({ history, on, type, specialMatching, edition }: EligibilityQuestion): EligibilityReason[] {
  const options = { specialMatching: specialMatching === true, ...(edition ? { edition } : {}) };
  return earliestDates(history, on, options)[type].reasons.map(
    ({ ruleId, text, until, source, confirmed, edition: id }) => {
      return { kind: 'interval', effect: 'not_before', ruleId, text, until, source, confirmed, edition: id };
    },
  );
}

/**
 * Whether this person may give this type on that day, as far as the record and the answers tell. The physician at the
 * site still examines: 'yes' means that nothing known stands against it.
 */
export function assess(question: EligibilityQuestion): Eligibility {
  const { on } = question;
  const edition = question.edition ?? getEdition('donation', on);
  const reasons = [
    ...ageReasons(question, on, edition),
    ...question.deferrals.flatMap(deferral => deferralReason(deferral, on)),
    ...intervalReasons(question),
    ...answerReasons(question),
  ];
  const has = (effect: Effect): boolean => reasons.some(reason => reason.effect === effect);
  if (has('no')) return { verdict: 'no', reasons };
  if (has('doctor')) return { verdict: 'doctor', reasons };
  if (!has('not_before')) return { verdict: 'yes', reasons };
  const date = reasons.reduce(
    (latest, { until }) => (until === undefined ? latest : laterOf(latest, until)),
    addDays(on, 1),
  );
  // The wait may outlast the age limit: then there is no day to promise.
  const tooOld = ageReasons(question, date, question.edition ?? getEdition('donation', date)).filter(
    ({ effect }) => effect === 'no',
  );
  return tooOld.length > 0
    ? { verdict: 'no', reasons: [...reasons, ...tooOld] }
    : { verdict: 'not_before', date, reasons };
}
