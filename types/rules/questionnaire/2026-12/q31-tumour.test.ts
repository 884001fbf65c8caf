import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { tumour } from './q31-tumour';

const on = '2026-12-10';

describe('q31, tumour', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q31', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(tumour, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q31', value: 'yes' },
        { questionId: 'q31.what', value: 'malignant' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-13', until: null }],
    ],
    [
      [
        { questionId: 'q31', value: 'yes' },
        { questionId: 'q31.what', value: 'benign' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'P-13', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(tumour, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(tumour, [{ questionId: 'q31', value: 'yes' }])).toEqual(['q31.what']);
  });
});
