import { type Answer, type Group, isAnswered, type Question, type Questionnaire, valueOf } from './answers';

/** One screen: a question, or for a repeat donor several that one "none of these" answers. */
export type Screen =
  | { readonly kind: 'question'; readonly key: string; readonly question: Question }
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly questions: readonly Question[] };

/** A group falls apart into its questions when the donor says that one of them holds. */
const fallsApart = (group: Group, answers: readonly Answer[], opened: ReadonlySet<string>): boolean =>
  opened.has(group.id) ||
  group.none.some(({ questionId, value }) => {
    const given = valueOf(answers, questionId);
    return given !== undefined && given !== value;
  });

/** The screens in the order of the form; a group stands where its first question would. */
export function screensOf(
  { questions, groups }: Pick<Questionnaire, 'questions' | 'groups'>,
  answers: readonly Answer[],
  opened: ReadonlySet<string>,
): readonly Screen[] {
  return questions.flatMap((question): Screen[] => {
    if (question.way === 'carried') return [];
    const alone: Screen = { kind: 'question', key: question.id, question };
    const group = groups.find(({ questionIds }) => questionIds.includes(question.id));
    if (!group || fallsApart(group, answers, opened)) return [alone];
    if (group.questionIds[0] !== question.id) return [];
    const members = questions.filter(({ id }) => group.questionIds.includes(id));
    return [{ kind: 'group', key: group.id, group, questions: members }];
  });
}

export const isDone = (screen: Screen, answers: readonly Answer[]): boolean =>
  screen.kind === 'question'
    ? isAnswered(screen.question, answers)
    : screen.questions.every(question => isAnswered(question, answers));

/** Where to go on: the first screen without an answer; undefined when all have one. */
export const resumeAt = (screens: readonly Screen[], answers: readonly Answer[]): Screen | undefined =>
  screens.find(screen => !isDone(screen, answers));
