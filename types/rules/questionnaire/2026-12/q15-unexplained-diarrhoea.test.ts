import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { unexplainedDiarrhoea } from './q15-unexplained-diarrhoea';

const on = '2026-12-10';

describe('q15, unexplained diarrhoea', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q15', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(unexplainedDiarrhoea, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [[{ questionId: 'q15', value: 'yes' }], 'whole_blood', [{ outcome: 'doctor', ruleId: 'T-41', until: null }]],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(unexplainedDiarrhoea, answers)).toEqual([]);
  });
});
