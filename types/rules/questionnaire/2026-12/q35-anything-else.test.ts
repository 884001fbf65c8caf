import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { anythingElse } from './q35-anything-else';

const on = '2026-12-10';

describe('q35, anything else', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q35', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(anythingElse, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q35', value: 'yes' },
        { questionId: 'q35.more', value: '耳鸣' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'P-99', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(anythingElse, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(anythingElse, [{ questionId: 'q35', value: 'yes' }])).toEqual(['q35.more']);
  });
});
