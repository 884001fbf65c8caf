import { type answer, type getQuestionnaire } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import type * as z from 'zod/mini';

export type Answer = z.output<typeof answer>;
export type Questionnaire = Output<typeof getQuestionnaire>;
export type Question = Questionnaire['questions'][number];
export type FollowUp = Question['followUps'][number];
export type Group = Questionnaire['groups'][number];

const pageOf = (questionId: string): string => questionId.split('.')[0] ?? questionId;

/** What was answered on a page in place of what stood there, the follow-ups of an earlier answer included. */
export const withPage = (answers: readonly Answer[], page: readonly Answer[]): readonly Answer[] => {
  const replaced = new Set(page.map(({ questionId }) => pageOf(questionId)));
  return [...answers.filter(({ questionId }) => !replaced.has(pageOf(questionId))), ...page];
};

export const valueOf = (answers: readonly Answer[], questionId: string): string | undefined =>
  answers.find(answer => answer.questionId === questionId)?.value;

/** The follow-ups that the answers so far lead to. */
export const shownFollowUps = ({ followUps }: Question, answers: readonly Answer[]): readonly FollowUp[] =>
  followUps.filter(({ shownWhen }) => {
    const value = valueOf(answers, shownWhen.questionId);
    return value !== undefined && shownWhen.values.includes(value) && !hidden(shownWhen.questionId, followUps, answers);
  });

/** A condition on an item that is itself not shown does not hold. */
const hidden = (questionId: string, followUps: readonly FollowUp[], answers: readonly Answer[]): boolean => {
  const item = followUps.find(({ id }) => id === questionId);
  const value = item && valueOf(answers, item.shownWhen.questionId);
  return item !== undefined && (value === undefined || !item.shownWhen.values.includes(value));
};

export const isAnswered = (question: Question, answers: readonly Answer[]): boolean =>
  [question, ...shownFollowUps(question, answers)].every(({ id }) => Boolean(valueOf(answers, id)?.trim()));

/** What was answered on the page of a question, for the review. */
export function sayAnswer(question: Question, answers: readonly Answer[]): string | undefined {
  const value = valueOf(answers, question.id);
  if (value === undefined) return undefined;
  const more = shownFollowUps(question, answers).map(({ id, choices }) => {
    const given = valueOf(answers, id);
    return choices.find(choice => choice.value === given)?.label ?? given;
  });
  return [value === 'yes' ? '是' : '否', ...more].filter(Boolean).join('，');
}
