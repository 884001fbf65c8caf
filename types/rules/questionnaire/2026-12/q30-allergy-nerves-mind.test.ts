import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { allergyNervesMind } from './q30-allergy-nerves-mind';

const on = '2026-12-10';

describe('q30, allergy nerves mind', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q30', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(allergyNervesMind, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q30', value: 'yes' },
        { questionId: 'q30.what', value: 'allergy' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'P-09', until: null }],
    ],
    [
      [
        { questionId: 'q30', value: 'yes' },
        { questionId: 'q30.what', value: 'nerves' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-10', until: null }],
    ],
    [
      [
        { questionId: 'q30', value: 'yes' },
        { questionId: 'q30.what', value: 'mind' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-11', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(allergyNervesMind, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(allergyNervesMind, [{ questionId: 'q30', value: 'yes' }])).toEqual(['q30.what']);
  });
});
