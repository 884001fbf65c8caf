import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { bloodborneInfection } from './q23-bloodborne-infection';

const on = '2026-12-10';

describe('q23, bloodborne infection', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q23', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(bloodborneInfection, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q23', value: 'yes' }], 'whole_blood', [{ outcome: 'stop', ruleId: 'P-14', until: null }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(bloodborneInfection, answers)).toEqual([]);
  });
});
