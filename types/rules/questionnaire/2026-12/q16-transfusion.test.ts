import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { transfusion } from './q16-transfusion';

const on = '2026-12-10';

describe('q16, transfusion', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q16', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(transfusion, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q16', value: 'yes' },
        { questionId: 'q16.when', value: '2026-06-01' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'T-32', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(transfusion, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(transfusion, [{ questionId: 'q16', value: 'yes' }])).toEqual(['q16.when']);
  });
});
