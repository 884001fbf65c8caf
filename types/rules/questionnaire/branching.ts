import type { Sex } from '../vocabulary';
import type { FollowUp, Question, QuestionnaireAnswer } from './model';
import { questionsFor } from './versions';

type Answers = readonly QuestionnaireAnswer[];

const valueOf = (answers: Answers, id: string): string | undefined =>
  answers.find(({ questionId }) => questionId === id)?.value;

/** The one condition of a follow-up: the answer of another item, and the values for which it is asked. */
export function shownWhen(question: Question, followUp: FollowUp): { questionId: string; values: readonly string[] } {
  const what = question.followUps?.find(({ kind }) => kind === 'choice');
  if (followUp.kind === 'choice' || what?.kind !== 'choice')
    return { questionId: question.id, values: [question.expected === 'yes' ? 'no' : 'yes'] };
  const except = followUp.exceptAfter ?? [];
  return {
    questionId: `${question.id}.${what.id}`,
    values: what.choices.map(({ value }) => value).filter(value => !except.includes(value)),
  };
}

/** Follow-ups that the answers so far lead to. */
function shownFollowUps(question: Question, answers: Answers): string[] {
  if (valueOf(answers, question.id) === question.expected) return [];
  return (question.followUps ?? []).flatMap(followUp => {
    const { questionId, values } = shownWhen(question, followUp);
    const given = valueOf(answers, questionId);
    return given !== undefined && values.includes(given) ? [`${question.id}.${followUp.id}`] : [];
  });
}

/** What is still to be answered on the page of a question. */
export const openItems = (question: Question, answers: Answers): string[] =>
  [question.id, ...shownFollowUps(question, answers)].filter(id => valueOf(answers, id) === undefined);

/** The questions that lack an answer, or one that their answer leads to. */
export const missingAnswers = (version: string, answers: Answers, sex: Sex): string[] =>
  questionsFor(version, sex)
    .filter(question => openItems(question, answers).length > 0)
    .map(({ id }) => id);

/** Without what no longer belongs: the date of something that was taken back must not stand on a signed form. */
export function relevantAnswers(version: string, answers: Answers, sex: Sex): QuestionnaireAnswer[] {
  const ids = new Set(
    questionsFor(version, sex).flatMap(question => [question.id, ...shownFollowUps(question, answers)]),
  );
  return answers.filter(({ questionId }) => ids.has(questionId));
}
