import { findDeferralRule } from '../deferral';
import type { IntervalType } from '../interval';
import {
  evaluateAnswers,
  findQuestionnaire,
  missingAnswers,
  outcomeOf,
  questionsFor,
  type QuestionnaireAnswer,
} from '../questionnaire';

const version = '2026-11';
const on = '2026-11-22';
const good = questionsFor(version, 'female').map(({ id, expected }): QuestionnaireAnswer => ({
  questionId: id,
  value: expected,
}));
/** All answers as expected but one. */
const bad = (id: string, detail?: string): QuestionnaireAnswer[] =>
  good.map(answer =>
    answer.questionId === id ? { ...answer, value: answer.value === 'yes' ? 'no' : 'yes', detail } : answer,
  );

describe('the questionnaire 2026-11', () => {
  it('asks the first fifteen questions of the form, those for women of women only', () => {
    const ids = questionsFor(version, 'female').map(({ id }) => id);
    expect(new Set(ids.map(id => id.slice(0, 3))).size).toBe(15);
    expect(new Set(ids).size).toBe(ids.length);
    expect(questionsFor(version, 'male').map(({ id }) => id)).toEqual(ids.filter(id => !id.startsWith('q06')));
  });

  it('refers only to rules that exist, apart from the two about the purpose of the visit', () => {
    for (const { onBad } of findQuestionnaire(version)?.questions ?? []) {
      if ('ruleId' in onBad && onBad.ruleId && !onBad.ruleId.startsWith('Q-'))
        expect(findDeferralRule(onBad.ruleId, on)).toBeDefined();
    }
  });

  it('finds nothing against a person whose answers are all as expected', () => {
    expect(evaluateAnswers(version, good, on, 'whole_blood')).toEqual([]);
    expect(evaluateAnswers(version, good, on, 'platelets')).toEqual([]);
  });

  it.each<[string, string | undefined, IntervalType, string, string | null, string | null]>([
    ['q01', undefined, 'whole_blood', 'defer', null, '2026-11-23'],
    ['q02', '复查血常规', 'whole_blood', 'doctor', null, null],
    ['q03', undefined, 'whole_blood', 'advice', null, null],
    ['q04', undefined, 'whole_blood', 'stop', 'Q-04', null],
    ['q05', undefined, 'whole_blood', 'stop', 'Q-05', null],
    ['q06a', '2026-11-20', 'whole_blood', 'defer', 'T-06', '2026-11-24'],
    ['q06b', undefined, 'whole_blood', 'stop', 'T-07', null],
    ['q06c', '2026-01-31', 'whole_blood', 'defer', 'T-08', '2027-01-31'],
    ['q06d', '2026-08-31', 'whole_blood', 'defer', 'T-07', '2027-02-28'],
    ['q07', '2026-11-21', 'whole_blood', 'defer', 'V-01', '2026-11-23'],
    ['q08', '2026-11-20', 'whole_blood', 'defer', 'T-01', '2026-11-23'],
    ['q09', '2026-11-20', 'platelets', 'defer', 'T-31', '2026-11-25'],
    ['q09', '2026-11-20', 'whole_blood', 'advice', 'T-31', null],
    ['q10', '2026-11-20', 'whole_blood', 'defer', 'T-11', '2026-11-27'],
    ['q11', '2026-11-20', 'whole_blood', 'defer', 'T-02', '2026-12-04'],
    ['q12', '2026-11-20', 'whole_blood', 'defer', 'V-02', '2026-12-04'],
    ['q13', '水痘', 'whole_blood', 'doctor', 'T-22', null],
    ['q14', '2026-11-20', 'whole_blood', 'defer', 'V-03', '2026-12-18'],
    ['q15', undefined, 'whole_blood', 'doctor', 'T-41', null],
  ])('%s (%s) before %s: %s by %s until %s', (id, detail, type, outcome, ruleId, until) => {
    const findings = evaluateAnswers(version, bad(id, detail), on, type);
    expect(findings).toMatchObject([{ questionId: id, outcome, ruleId, until }]);
    expect(findings[0]?.text).toBeTruthy();
  });

  it('lets a wait end on its last day', () => {
    expect(evaluateAnswers(version, bad('q08', '2026-11-19'), on, 'whole_blood')).toEqual([]);
    expect(evaluateAnswers(version, bad('q08', '2026-11-20'), on, 'whole_blood')).toHaveLength(1);
  });

  it.each([undefined, '', '上周', '2026-02-30'])('counts from today when the date is %p', detail => {
    expect(evaluateAnswers(version, bad('q08', detail), on, 'whole_blood')[0]?.until).toBe('2026-11-25');
  });

  it('tells which answers are missing, by sex', () => {
    expect(missingAnswers(version, good, 'female')).toEqual([]);
    expect(
      missingAnswers(
        version,
        good.filter(({ questionId }) => questionId !== 'q06b'),
        'female',
      ),
    ).toEqual(['q06b']);
    expect(
      missingAnswers(
        version,
        good.filter(({ questionId }) => questionId !== 'q06b'),
        'male',
      ),
    ).toEqual([]);
    expect(missingAnswers(version, [], 'male')).toHaveLength(14);
  });

  it('ignores an answer to a question the version lacks, and knows no other version', () => {
    expect(evaluateAnswers(version, [...good, { questionId: 'q99', value: 'yes' }], on, 'whole_blood')).toEqual([]);
    expect(findQuestionnaire('2020-01')).toBeUndefined();
    expect(() => evaluateAnswers('2020-01', good, on, 'whole_blood')).toThrow(RangeError);
  });

  it.each([
    [['advice', 'defer', 'doctor', 'stop'], 'stop'],
    [['advice', 'defer', 'doctor'], 'doctor'],
    [['advice', 'defer'], 'defer'],
    [['advice'], 'clear'],
    [[], 'clear'],
  ] as const)('sums up %j as %s', (outcomes, expected) => {
    expect(outcomeOf(outcomes.map(outcome => ({ outcome })))).toBe(expected);
  });
});
