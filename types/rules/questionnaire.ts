import type { CalendarDate } from './calendar';
import { addDays, isCalendarDate } from './calendar';
import { deferralEnd, findDeferralRule } from './deferral';
import type { IntervalType } from './interval';
import { questionnaire202611 } from './questionnaire-2026-11';
import type { Finding, Question, Questionnaire, QuestionnaireAnswer } from './questionnaire-model';
import type { Sex } from './vocabulary';

export type { Finding, Question, Questionnaire, QuestionnaireAnswer } from './questionnaire-model';

/** A version that people have answered is never edited: a new wording is a new version. */
const versions: readonly Questionnaire[] = [questionnaire202611];

export const CURRENT_QUESTIONNAIRE_VERSION = questionnaire202611.version;

export const findQuestionnaire = (version: string): Questionnaire | undefined =>
  versions.find(questionnaire => questionnaire.version === version);

function getQuestionnaire(version: string): Questionnaire {
  const questionnaire = findQuestionnaire(version);
  if (!questionnaire) throw new RangeError(`no questionnaire of version ${version}`);
  return questionnaire;
}

/** The questions this person is asked. */
export const questionsFor = (version: string, sex: Sex): readonly Question[] =>
  getQuestionnaire(version).questions.filter(({ forSex }) => forSex === undefined || forSex === sex);

export const missingAnswers = (version: string, answers: readonly QuestionnaireAnswer[], sex: Sex): string[] =>
  questionsFor(version, sex)
    .map(({ id }) => id)
    .filter(id => !answers.some(({ questionId }) => questionId === id));

function deferred(
  question: Question,
  detail: string | undefined,
  on: CalendarDate,
  ruleId: string,
): Partial<Finding> | undefined {
  const rule = findDeferralRule(ruleId, on);
  if (!rule) throw new RangeError(`no deferral rule ${ruleId}`);
  const anchor = question.followUp?.kind === 'date' && detail !== undefined && isCalendarDate(detail) ? detail : on;
  const until = deferralEnd(rule, anchor);
  // A wait that is over by the day of the donation holds nobody back, whatever the question's window.
  if (until !== undefined && until <= on) return undefined;
  return {
    outcome: until === undefined ? 'doctor' : 'defer',
    until: until ?? null,
    source: rule.source,
    confirmed: rule.confirmed,
  };
}

function findingOf(
  question: Question,
  answer: QuestionnaireAnswer,
  on: CalendarDate,
  type: IntervalType,
  source: string,
): Finding[] {
  if (answer.value === question.expected) return [];
  const { onBad } = question;
  const base = { questionId: question.id, text: onBad.text, until: null, source, confirmed: true };
  switch (onBad.kind) {
    case 'not_today':
      return [{ ...base, outcome: 'defer', ruleId: null, until: addDays(on, 1) }];
    case 'doctor':
    case 'stop':
    case 'advice':
      return [{ ...base, outcome: onBad.kind, ruleId: 'ruleId' in onBad ? (onBad.ruleId ?? null) : null }];
    case 'defer': {
      const { ruleId, onlyFor } = onBad;
      const wait = deferred(question, answer.detail, on, ruleId);
      if (!wait) return [];
      if (onlyFor && onlyFor.type !== type) return [{ ...base, outcome: 'advice', ruleId, text: onlyFor.otherwise }];
      return [{ ...base, outcome: 'defer', ruleId, ...wait }];
    }
  }
}

/** What the answers mean for a donation of this type on that day; answers to questions the version lacks are ignored. */
export function evaluateAnswers(
  version: string,
  answers: readonly QuestionnaireAnswer[],
  on: CalendarDate,
  type: IntervalType,
): Finding[] {
  const { questions, source } = getQuestionnaire(version);
  return questions.flatMap(question => {
    const answer = answers.find(({ questionId }) => questionId === question.id);
    return answer ? findingOf(question, answer, on, type, source) : [];
  });
}

/** The gravest outcome; advice alone leaves the way clear. */
export function outcomeOf(findings: readonly Pick<Finding, 'outcome'>[]): 'clear' | 'defer' | 'doctor' | 'stop' {
  return (
    (['stop', 'doctor', 'defer'] as const).find(grave => findings.some(({ outcome }) => outcome === grave)) ?? 'clear'
  );
}
