import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { drugUse } from './q24-drug-use';

const on = '2026-12-10';

describe('q24, drug use', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q24', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(drugUse, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q24', value: 'yes' }], 'whole_blood', [{ outcome: 'stop', ruleId: 'P-19', until: null }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(drugUse, answers)).toEqual([]);
  });
});
