import { addMonths, type CalendarDate } from '../calendar';
import type { Sex } from '../vocabulary';
import type { Question, QuestionnaireAnswer } from './model';
import { findQuestionnaire, questionsFor } from './versions';

/** A signed form older than this is no ground for a short one. Our own choice; the blood centre has yet to confirm it. */
const shortFormMonths = 24;

/** The last form that the person signed. */
export type LastForm = { version: string; signedOn: CalendarDate; answers: readonly QuestionnaireAnswer[] };

export type FormPlan = {
  questions: readonly { question: Question; way: 'alone' | 'together' | 'carried' }[];
  groups: readonly { id: string; title: string; questionIds: readonly string[] }[];
  /** What stands as last time while it is re-affirmed. */
  carried: readonly QuestionnaireAnswer[];
};

/** Only what was answered as hoped for is carried: whoever once said yes is asked again in full. */
function waysOf(question: Question, last: LastForm): 'alone' | 'together' | 'carried' {
  if (question.change === 'volatile') return 'together';
  const before = last.answers.find(({ questionId }) => questionId === question.id)?.value;
  return question.change === 'stable' && before === question.expected ? 'carried' : 'alone';
}

/** How the current form is asked: in full the first time, and after another wording; else what can have changed. */
export function planForm(version: string, sex: Sex, last: LastForm | undefined, on: CalendarDate): FormPlan {
  const questions = questionsFor(version, sex);
  if (!last || last.version !== version || addMonths(last.signedOn, shortFormMonths) < on)
    return { questions: questions.map(question => ({ question, way: 'alone' })), groups: [], carried: [] };
  const asked = questions.map(question => ({ question, way: waysOf(question, last) }));
  const together = (id: string) => asked.filter(({ question, way }) => way === 'together' && question.group === id);
  return {
    questions: asked,
    groups: (findQuestionnaire(version)?.groups ?? []).map(({ id, title }) => ({
      id,
      title,
      questionIds: together(id).map(({ question }) => question.id),
    })),
    carried: asked.flatMap(({ question, way }) =>
      way === 'carried' ? [{ questionId: question.id, value: question.expected }] : [],
    ),
  };
}
