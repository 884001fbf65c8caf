import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { malariaAndFevers } from './q21-malaria-and-fevers';

const on = '2026-12-10';

describe('q21, malaria and fevers', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q21', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(malariaAndFevers, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'travel' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-27', until: '2027-11-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'malaria' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-28', until: '2029-11-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'hepatitis_a' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-23', until: '2027-11-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'dysentery' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-24', until: '2027-05-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'typhoid' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-25', until: '2027-11-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'brucellosis' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-26', until: '2028-11-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'toxoplasmosis' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-29', until: '2027-05-01' }],
    ],
    [
      [
        { questionId: 'q21', value: 'yes' },
        { questionId: 'q21.what', value: 'q_fever' },
        { questionId: 'q21.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-30', until: '2028-11-01' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(malariaAndFevers, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(malariaAndFevers, [{ questionId: 'q21', value: 'yes' }])).toEqual(['q21.what']);
  });
});
