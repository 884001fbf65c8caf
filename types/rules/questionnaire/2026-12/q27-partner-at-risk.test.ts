import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { partnerAtRisk } from './q27-partner-at-risk';

const on = '2026-12-10';

describe('q27, partner at risk', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q27', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(partnerAtRisk, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q27', value: 'yes' }], 'whole_blood', [{ outcome: 'doctor', ruleId: 'T-35', until: null }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(partnerAtRisk, answers)).toEqual([]);
  });
});
