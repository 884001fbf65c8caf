import { addDays, isCalendarDate, type CalendarDate } from '@rules/calendar';
import { questionsFor, type QuestionnaireAnswer } from '@rules/questionnaire';
import type { Sex } from '@rules/vocabulary';
import { badField } from '@server/platform/refusal';

/** Days after the donation that a date may lie: a period may end soon, but a typing slip must not defer for years. */
const latestDaysAhead = 14;

/** What is wrong with a value, in the word of an INVALID_INPUT; undefined when it fits. */
type Check = (value: string) => string | undefined;

const oneOf =
  (values: readonly string[]): Check =>
  value =>
    values.includes(value) ? undefined : 'not_a_choice';

const dateUntil =
  (latest: CalendarDate): Check =>
  value =>
    !isCalendarDate(value) ? 'not_a_date' : value > latest ? 'date_too_late' : undefined;

/** Every item that this person can be asked, and what an answer to it looks like. */
function checksFor(version: string, sex: Sex, on: CalendarDate): ReadonlyMap<string, Check> {
  return new Map(
    questionsFor(version, sex).flatMap(question => [
      [question.id, oneOf(['yes', 'no'])] as const,
      ...(question.followUps ?? []).map(item => {
        const id = `${question.id}.${item.id}`;
        if (item.kind === 'choice') return [id, oneOf(item.choices.map(({ value }) => value))] as const;
        return [id, item.kind === 'date' ? dateUntil(addDays(on, latestDaysAhead)) : () => undefined] as const;
      }),
    ]),
  );
}

/** Refuses an answer that is given twice, belongs to no question of this person, or does not have the shape that is asked for. */
export function checkAnswers(
  version: string,
  sex: Sex,
  answers: readonly QuestionnaireAnswer[],
  on: CalendarDate,
): void {
  const checks = checksFor(version, sex, on);
  const seen = new Set<string>();
  for (const [at, { questionId, value, detail }] of answers.entries()) {
    const check = checks.get(questionId);
    if (!check) throw badField(`answers.${at}.questionId`, 'unknown_question');
    if (seen.has(questionId)) throw badField(`answers.${at}.questionId`, 'answered_twice');
    seen.add(questionId);
    const problem = check(value);
    if (problem) throw badField(`answers.${at}.value`, problem);
    if (detail !== undefined) throw badField(`answers.${at}.detail`, 'not_in_this_version');
  }
}
