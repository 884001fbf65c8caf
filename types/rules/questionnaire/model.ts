import type { CalendarDate } from '../calendar';
import type { IntervalType } from '../interval';
import type { Sex } from '../vocabulary';

export type Consequence =
  /** The wait of the rule runs from the date that is asked for, or from today when there is none. */
  | { kind: 'defer'; ruleId: string; text: string; onlyFor?: { type: IntervalType; otherwise: string } }
  | { kind: 'not_today'; text: string }
  | { kind: 'doctor'; ruleId?: string; text: string }
  | { kind: 'stop'; ruleId: string; text: string }
  | { kind: 'advice'; text: string };

/** One of several things that the question names, and what it means. */
export type Choice = { value: string; label: string; means: Consequence };

/** Asked after a bad answer only; a date or words not after the choices in `exceptAfter`. */
export type FollowUp =
  | { id: 'what'; kind: 'choice'; text: string; choices: readonly Choice[] }
  | { id: 'when'; kind: 'date'; text: string; exceptAfter?: readonly string[] }
  | { id: 'more'; kind: 'text'; text: string; exceptAfter?: readonly string[] };

/**
 * What may have become of an answer since the last signed form. `stable`: a lasting fact, shown in short and re-affirmed.
 * `volatile`: asked again, together with others of its group. `safety`: asked on a page of its own at every visit.
 */
export type Change = 'stable' | 'volatile' | 'safety';

export type GroupId = 'today' | 'week' | 'month' | 'longer';

export type Question = {
  id: string;
  window: string;
  text: string;
  expected: 'yes' | 'no';
  forSex?: Sex;
  /** What a bad answer means when no choice says more. */
  onBad: Consequence;
  /** The one further question of the version 2026-11; its answer stands in `detail`. */
  followUp?: { kind: 'date' | 'text'; label: string };
  followUps?: readonly FollowUp[];
  change?: Change;
  /** Of volatile questions. */
  group?: GroupId;
  /** Its finding is named to the donor and, on purpose, to the examiner; never in a list. */
  concealed?: true;
  /** Where the question comes from; the version's own source when missing. */
  source?: string;
  /** False: drafted from the deferral lists, the form's own wording is not at hand. */
  confirmed?: false;
};

/** A page of the version 2026-12 and later: nothing about it is left open. */
export type QuestionPage = Question & { change: Change; followUps: readonly FollowUp[]; source: string };

export type Questionnaire = {
  version: string;
  title: string;
  source: string;
  questions: readonly Question[];
  groups?: readonly { id: GroupId; title: string }[];
};

/** `questionId` is that of a question or of a follow-up (`q11.when`); `detail` belongs to the version 2026-11. */
export type QuestionnaireAnswer = { questionId: string; value: string; detail?: string | undefined };

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
