import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { operation } from './q18-operation';

const on = '2026-12-10';

describe('q18, operation', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q18', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(operation, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q18', value: 'yes' },
        { questionId: 'q18.what', value: 'appendix' },
        { questionId: 'q18.when', value: '2026-11-30' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-03', until: '2027-02-28' }],
    ],
    [
      [
        { questionId: 'q18', value: 'yes' },
        { questionId: 'q18.what', value: 'large' },
        { questionId: 'q18.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-04', until: '2027-05-01' }],
    ],
    [
      [
        { questionId: 'q18', value: 'yes' },
        { questionId: 'q18.what', value: 'tumour' },
        { questionId: 'q18.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-05', until: '2027-11-01' }],
    ],
    [
      [
        { questionId: 'q18', value: 'yes' },
        { questionId: 'q18.what', value: 'eye' },
        { questionId: 'q18.when', value: '2026-11-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-10', until: '2027-02-01' }],
    ],
    [
      [
        { questionId: 'q18', value: 'yes' },
        { questionId: 'q18.what', value: 'appendix' },
        { questionId: 'q18.when', value: '2026-08-01' },
      ],
      'whole_blood',
      [],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(operation, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(operation, [{ questionId: 'q18', value: 'yes' }])).toEqual(['q18.what']);
  });
});
