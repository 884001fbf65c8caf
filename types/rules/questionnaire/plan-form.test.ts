import { missingAnswers, planForm, questionsFor, type LastForm, type QuestionnaireAnswer } from '../questionnaire';
import type { Sex } from '../vocabulary';
import { questionnaire202612 } from './2026-12';

const version = '2026-12';
const on = '2026-12-10';
const sexes: readonly Sex[] = ['male', 'female'];
const good = (sex: Sex): QuestionnaireAnswer[] =>
  questionsFor(version, sex).map(({ id, expected }) => ({ questionId: id, value: expected }));
const lastForm = (sex: Sex, given: Partial<LastForm> = {}): LastForm => ({
  version,
  signedOn: '2026-06-01',
  answers: good(sex),
  ...given,
});
const wayOf = (sex: Sex, last: LastForm | undefined) =>
  new Map(planForm(version, sex, last, on).questions.map(({ question, way }) => [question.id, way]));
/** Screens with a question on them: one alone, or a group of several. */
const screens = (sex: Sex, last: LastForm | undefined): number => {
  const { questions, groups } = planForm(version, sex, last, on);
  return questions.filter(({ way }) => way === 'alone').length + groups.length;
};

describe('a first form', () => {
  it.each(sexes)('asks a %s donor every question alone', sex => {
    expect(new Set(wayOf(sex, undefined).values())).toEqual(new Set(['alone']));
    expect(wayOf(sex, undefined).size).toBe(questionsFor(version, sex).length);
  });
});

describe.each(sexes)('the form of a repeat %s donor', sex => {
  it('asks every safety-critical question on a page of its own, whatever was answered last time', () => {
    const critical = questionsFor(version, sex).filter(({ change }) => change === 'safety');
    expect(critical.length).toBeGreaterThan(10);
    for (const question of questionsFor(version, sex)) {
      const answers = good(sex).map(answer =>
        answer.questionId === question.id ? { ...answer, value: answer.value === 'yes' ? 'no' : 'yes' } : answer,
      );
      const ways = wayOf(sex, lastForm(sex, { answers }));
      for (const { id } of critical) expect([id, ways.get(id)]).toEqual([id, 'alone']);
    }
  });

  it('asks every volatile question, each in exactly one group', () => {
    const { groups } = planForm(version, sex, lastForm(sex), on);
    const volatile = questionsFor(version, sex).filter(({ change }) => change === 'volatile');
    expect(groups.flatMap(({ questionIds }) => questionIds).sort()).toEqual(volatile.map(({ id }) => id).sort());
  });

  it('carries only lasting facts', () => {
    const { carried } = planForm(version, sex, lastForm(sex), on);
    const stable = questionsFor(version, sex).filter(({ change }) => change === 'stable');
    expect(carried.map(({ questionId }) => questionId)).toEqual(stable.map(({ id }) => id));
    expect(carried.length).toBeGreaterThan(0);
  });

  it('leaves no question out', () => {
    const { questions, groups, carried } = planForm(version, sex, lastForm(sex), on);
    const alone = questions.filter(({ way }) => way === 'alone').map(({ question }) => question.id);
    const met = [...alone, ...groups.flatMap(({ questionIds }) => questionIds)];
    const answers = [...carried, ...good(sex).filter(({ questionId }) => met.includes(questionId))];
    expect(missingAnswers(version, answers, sex)).toEqual([]);
  });

  it('asks a lasting fact again in full when it was not as hoped for', () => {
    const answers = good(sex).map(answer => (answer.questionId === 'q28' ? { ...answer, value: 'yes' } : answer));
    expect(wayOf(sex, lastForm(sex, { answers })).get('q28')).toBe('alone');
  });

  it.each<[string, Partial<LastForm>]>([
    ['another wording', { version: '2026-11' }],
    ['a form of more than two years ago', { signedOn: '2024-12-09' }],
  ])('is asked in full after %s', (_what, given) => {
    expect(planForm(version, sex, lastForm(sex, given), on)).toEqual(planForm(version, sex, undefined, on));
  });

  it('is still short two years to the day after the last one', () => {
    expect(planForm(version, sex, lastForm(sex, { signedOn: '2024-12-10' }), on).carried).not.toEqual([]);
  });
});

it('shows a repeat donor half the screens of a first form: the median over donors with any one earlier yes', () => {
  const counts = sexes.flatMap(sex =>
    questionsFor(version, sex).map(({ id, expected }) => {
      const answers = good(sex).map(answer =>
        answer.questionId === id ? { ...answer, value: expected === 'yes' ? 'no' : 'yes' } : answer,
      );
      return screens(sex, lastForm(sex, { answers }));
    }),
  );
  const median = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)];
  expect([screens('male', undefined), screens('female', undefined), median]).toEqual([34, 37, 17]);
});

it('gives every volatile question a group, and no other', () => {
  for (const { id, change, group } of questionnaire202612.questions)
    expect([id, group !== undefined]).toEqual([id, change === 'volatile']);
});
