import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { organDiseases } from './q28-organ-diseases';

const on = '2026-12-10';

describe('q28, organ diseases', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q28', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(organDiseases, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q28', value: 'yes' },
        { questionId: 'q28.what', value: 'breathing' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-01', until: null }],
    ],
    [
      [
        { questionId: 'q28', value: 'yes' },
        { questionId: 'q28.what', value: 'heart' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-02', until: null }],
    ],
    [
      [
        { questionId: 'q28', value: 'yes' },
        { questionId: 'q28.what', value: 'stomach' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-03', until: null }],
    ],
    [
      [
        { questionId: 'q28', value: 'yes' },
        { questionId: 'q28.what', value: 'kidney' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-04', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(organDiseases, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(organDiseases, [{ questionId: 'q28', value: 'yes' }])).toEqual(['q28.what']);
  });
});
