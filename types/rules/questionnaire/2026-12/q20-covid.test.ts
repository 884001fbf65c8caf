import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { covid } from './q20-covid';

const on = '2026-12-10';

describe('q20, covid', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q20', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(covid, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q20', value: 'yes' },
        { questionId: 'q20.what', value: 'mild' },
        { questionId: 'q20.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'C-01', until: '2026-12-15' }],
    ],
    [
      [
        { questionId: 'q20', value: 'yes' },
        { questionId: 'q20.what', value: 'severe' },
        { questionId: 'q20.when', value: '2026-11-30' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'C-02', until: '2027-05-30' }],
    ],
    [
      [
        { questionId: 'q20', value: 'yes' },
        { questionId: 'q20.what', value: 'inactivated' },
        { questionId: 'q20.when', value: '2026-12-09' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'C-03', until: '2026-12-12' }],
    ],
    [
      [
        { questionId: 'q20', value: 'yes' },
        { questionId: 'q20.what', value: 'other' },
        { questionId: 'q20.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'C-04', until: '2026-12-15' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(covid, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(covid, [{ questionId: 'q20', value: 'yes' }])).toEqual(['q20.what']);
  });
});
