import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { fitToday } from './q01-fit-today';

const on = '2026-12-10';

describe('q01, fit today', () => {
  it('stands against nobody who answers yes, and then asks no more', () => {
    const answers = [{ questionId: 'q01', value: 'yes' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(fitToday, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q01', value: 'no' }], 'whole_blood', [{ outcome: 'defer', ruleId: null, until: '2026-12-11' }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(fitToday, answers)).toEqual([]);
  });
});
