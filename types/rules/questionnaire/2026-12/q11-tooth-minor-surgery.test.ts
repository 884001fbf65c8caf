import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { toothMinorSurgery } from './q11-tooth-minor-surgery';

const on = '2026-12-10';

describe('q11, tooth minor surgery', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q11', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(toothMinorSurgery, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q11', value: 'yes' },
        { questionId: 'q11.what', value: 'tooth' },
        { questionId: 'q11.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-02', until: '2026-12-22' }],
    ],
    [
      [
        { questionId: 'q11', value: 'yes' },
        { questionId: 'q11.what', value: 'minor' },
        { questionId: 'q11.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-02', until: '2026-12-15' }],
    ],
    [
      [
        { questionId: 'q11', value: 'yes' },
        { questionId: 'q11.what', value: 'skin' },
        { questionId: 'q11.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-19', until: '2026-12-22' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(toothMinorSurgery, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(toothMinorSurgery, [{ questionId: 'q11', value: 'yes' }])).toEqual(['q11.what']);
  });
});
