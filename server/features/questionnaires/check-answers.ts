import { addDays, isCalendarDate, type CalendarDate } from '@rules/calendar';
import { questionsFor, type QuestionnaireAnswer } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';

/** Days after the donation that a date may lie: a period may end soon, but a typing slip must not defer for years. */
const latestDaysAhead = 14;

/** Refuses an answer that is given twice, belongs to no question of this person, or has no real date where one is asked. */
export async function checkAnswers(
  tx: Tx,
  personId: string,
  version: string,
  answers: readonly QuestionnaireAnswer[],
  on: CalendarDate,
): Promise<void> {
  const { sex } = await getPerson(tx, personId);
  const questions = new Map(questionsFor(version, sex).map(question => [question.id, question]));
  const seen = new Set<string>();
  for (const [at, answer] of answers.entries()) {
    const question = questions.get(answer.questionId);
    if (!question) throw badField(`answers.${at}.questionId`, 'unknown_question');
    if (seen.has(question.id)) throw badField(`answers.${at}.questionId`, 'answered_twice');
    seen.add(question.id);
    const dated = question.followUp?.kind === 'date' && answer.value !== question.expected && answer.detail;
    if (!dated) continue;
    if (!isCalendarDate(dated)) throw badField(`answers.${at}.detail`, 'not_a_date');
    if (dated > addDays(on, latestDaysAhead)) throw badField(`answers.${at}.detail`, 'date_too_late');
  }
}
