import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { miscarriage } from './q06d-miscarriage';

const on = '2026-12-10';

describe('q06d, miscarriage', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q06d', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(miscarriage, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q06d', value: 'yes' },
        { questionId: 'q06d.when', value: '2026-08-31' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-07', until: '2027-02-28' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(miscarriage, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(miscarriage, [{ questionId: 'q06d', value: 'yes' }])).toEqual(['q06d.when']);
  });
});
