import { type answer, type getQuestionnaire } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import type * as z from 'zod/mini';

export type Answer = z.output<typeof answer>;
export type Questionnaire = Output<typeof getQuestionnaire>;
export type Question = Questionnaire['questions'][number];

/** The new answer in place of the old one. */
export const withAnswer = (answers: readonly Answer[], next: Answer): readonly Answer[] => [
  ...answers.filter(({ questionId }) => questionId !== next.questionId),
  next,
];

export const answerOf = (answers: readonly Answer[], questionId: string): Answer | undefined =>
  answers.find(answer => answer.questionId === questionId);

/** Follow-ups belong to a yes: when, what. */
export const needsDetail = ({ followUp }: Question, value: Answer['value'] | undefined): boolean =>
  followUp !== null && value === 'yes';

export const isAnswered = (question: Question, answers: readonly Answer[]): boolean => {
  const given = answerOf(answers, question.id);
  return given !== undefined && (!needsDetail(question, given.value) || Boolean(given.detail?.trim()));
};

/** Where to go on: the first question without an answer; past the end when all have one. */
export function resumeAt(questions: readonly Question[], answers: readonly Answer[]): number {
  const open = questions.findIndex(question => !isAnswered(question, answers));
  return open < 0 ? questions.length : open;
}
