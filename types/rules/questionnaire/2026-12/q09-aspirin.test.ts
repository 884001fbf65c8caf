import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { aspirin } from './q09-aspirin';

const on = '2026-12-10';

describe('q09, aspirin', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q09', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(aspirin, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q09', value: 'yes' },
        { questionId: 'q09.when', value: '2026-12-08' },
      ],
      'platelets',
      [{ outcome: 'defer', ruleId: 'T-31', until: '2026-12-13' }],
    ],
    [
      [
        { questionId: 'q09', value: 'yes' },
        { questionId: 'q09.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'advice', ruleId: 'T-31', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(aspirin, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(aspirin, [{ questionId: 'q09', value: 'yes' }])).toEqual(['q09.when']);
  });
});
