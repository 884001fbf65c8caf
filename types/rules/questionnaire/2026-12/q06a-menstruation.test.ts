import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { menstruation } from './q06a-menstruation';

const on = '2026-12-10';

describe('q06a, menstruation', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q06a', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(menstruation, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q06a', value: 'yes' },
        { questionId: 'q06a.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-06', until: '2026-12-12' }],
    ],
    [
      [
        { questionId: 'q06a', value: 'yes' },
        { questionId: 'q06a.when', value: '2026-12-06' },
      ],
      'whole_blood',
      [],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(menstruation, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(menstruation, [{ questionId: 'q06a', value: 'yes' }])).toEqual(['q06a.when']);
  });
});
