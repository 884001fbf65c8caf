import { addDays, isCalendarDate, type CalendarDate } from '../calendar';
import { deferralEnd, findDeferralRule } from '../deferral';
import type { IntervalType } from '../interval';
import type { Consequence, Finding, Question, QuestionnaireAnswer } from './model';
import { getQuestionnaire } from './versions';

type Answers = ReadonlyMap<string, QuestionnaireAnswer>;

/** The day from which a wait runs: the one that was told, else the day of the donation. */
function anchorOf(question: Question, answers: Answers, on: CalendarDate): CalendarDate {
  const told = answers.get(`${question.id}.when`)?.value ?? answers.get(question.id)?.detail;
  const asked = question.followUp?.kind === 'date' || question.followUps?.some(({ kind }) => kind === 'date') === true;
  return asked && told !== undefined && isCalendarDate(told) ? told : on;
}

/** What the choice says, where one was made; else what the question says. */
function consequenceOf(question: Question, answers: Answers): Consequence {
  const chosen = answers.get(`${question.id}.what`)?.value;
  const what = question.followUps?.find(({ kind }) => kind === 'choice');
  const choice = what?.kind === 'choice' ? what.choices.find(({ value }) => value === chosen) : undefined;
  return choice?.means ?? question.onBad;
}

function deferred(ruleId: string, anchor: CalendarDate, on: CalendarDate): Partial<Finding> | undefined {
  const rule = findDeferralRule(ruleId, on);
  if (!rule) throw new RangeError(`no deferral rule ${ruleId}`);
  const until = deferralEnd(rule, anchor);
  // A wait that is over by the day of the donation holds nobody back, whatever the question's window.
  if (until !== undefined && until <= on) return undefined;
  const { source, confirmed } = rule;
  return { outcome: until === undefined ? 'doctor' : 'defer', until: until ?? null, source, confirmed };
}

function findingOf(
  question: Question,
  answers: Answers,
  on: CalendarDate,
  type: IntervalType,
  source: string,
): Finding[] {
  const answer = answers.get(question.id);
  if (!answer || answer.value === question.expected) return [];
  const consequence = consequenceOf(question, answers);
  const base = {
    questionId: question.id,
    text: consequence.text,
    until: null,
    source: question.source ?? source,
    confirmed: question.confirmed ?? true,
  };
  switch (consequence.kind) {
    case 'not_today':
      return [{ ...base, outcome: 'defer', ruleId: null, until: addDays(on, 1) }];
    case 'doctor':
    case 'stop':
    case 'advice':
      return [
        { ...base, outcome: consequence.kind, ruleId: 'ruleId' in consequence ? (consequence.ruleId ?? null) : null },
      ];
    case 'defer': {
      const { ruleId, onlyFor } = consequence;
      const wait = deferred(ruleId, anchorOf(question, answers, on), on);
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
  const given = new Map(answers.map(answer => [answer.questionId, answer]));
  return questions.flatMap(question => findingOf(question, given, on, type, source));
}

/** The gravest outcome; advice alone leaves the way clear. */
export function outcomeOf(findings: readonly Pick<Finding, 'outcome'>[]): 'clear' | 'defer' | 'doctor' | 'stop' {
  return (
    (['stop', 'doctor', 'defer'] as const).find(grave => findings.some(({ outcome }) => outcome === grave)) ?? 'clear'
  );
}
