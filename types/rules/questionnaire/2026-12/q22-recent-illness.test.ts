import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { recentIllness } from './q22-recent-illness';

const on = '2026-12-10';

describe('q22, recent illness', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q22', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(recentIllness, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'pneumonia' },
        { questionId: 'q22.when', value: '2026-11-30' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-12', until: '2027-02-28' }],
    ],
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'urinary' },
        { questionId: 'q22.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-14', until: '2027-01-01' }],
    ],
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'pyelonephritis' },
        { questionId: 'q22.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-15', until: '2027-03-01' }],
    ],
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'stone' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'T-16', until: null }],
    ],
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'eye' },
        { questionId: 'q22.when', value: '2026-12-10' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-09', until: '2026-12-17' }],
    ],
    [
      [
        { questionId: 'q22', value: 'yes' },
        { questionId: 'q22.what', value: 'urticaria' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'T-37', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(recentIllness, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(recentIllness, [{ questionId: 'q22', value: 'yes' }])).toEqual(['q22.what']);
  });
});
