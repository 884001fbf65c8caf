import type { CalendarDate } from './calendar';
import type { Sex } from './vocabulary';
import type { IntervalType } from './interval';

export type OnBadAnswer =
  /** The wait of the rule runs from the date of the follow-up question, or from today when there is none. */
  | { kind: 'defer'; ruleId: string; text: string; onlyFor?: { type: IntervalType; otherwise: string } }
  | { kind: 'not_today'; text: string }
  | { kind: 'doctor'; ruleId?: string; text: string }
  | { kind: 'stop'; ruleId: string; text: string }
  | { kind: 'advice'; text: string };

export type Question = {
  id: string;
  window: string;
  text: string;
  expected: 'yes' | 'no';
  forSex?: Sex;
  onBad: OnBadAnswer;
  /** Asked after a bad answer only. */
  followUp?: { kind: 'date' | 'text'; label: string };
};

export type Questionnaire = { version: string; title: string; source: string; questions: readonly Question[] };

export type QuestionnaireAnswer = { questionId: string; value: 'yes' | 'no'; detail?: string | undefined };

export type FindingOutcome = 'defer' | 'doctor' | 'stop' | 'advice';

export type Finding = {
  questionId: string;
  outcome: FindingOutcome;
  text: string;
  ruleId: string | null;
  until: CalendarDate | null;
  source: string;
  confirmed: boolean;
};
