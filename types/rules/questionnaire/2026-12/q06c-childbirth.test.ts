import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { childbirth } from './q06c-childbirth';

const on = '2026-12-10';

describe('q06c, childbirth', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q06c', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(childbirth, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q06c', value: 'yes' },
        { questionId: 'q06c.when', value: '2026-01-31' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-08', until: '2027-01-31' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(childbirth, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(childbirth, [{ questionId: 'q06c', value: 'yes' }])).toEqual(['q06c.when']);
  });
});
