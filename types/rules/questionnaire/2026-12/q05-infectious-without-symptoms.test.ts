import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { infectiousWithoutSymptoms } from './q05-infectious-without-symptoms';

const on = '2026-12-10';

describe('q05, infectious without symptoms', () => {
  it('stands against nobody who answers yes, and then asks no more', () => {
    const answers = [{ questionId: 'q05', value: 'yes' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(infectiousWithoutSymptoms, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q05', value: 'no' }], 'whole_blood', [{ outcome: 'stop', ruleId: 'Q-05', until: null }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(infectiousWithoutSymptoms, answers)).toEqual([]);
  });
});
