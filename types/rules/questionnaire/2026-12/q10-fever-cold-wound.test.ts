import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { feverColdWound } from './q10-fever-cold-wound';

const on = '2026-12-10';

describe('q10, fever cold wound', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q10', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(feverColdWound, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q10', value: 'yes' },
        { questionId: 'q10.what', value: 'cold' },
        { questionId: 'q10.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-11', until: '2026-12-15' }],
    ],
    [
      [
        { questionId: 'q10', value: 'yes' },
        { questionId: 'q10.what', value: 'gut' },
        { questionId: 'q10.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-13', until: '2026-12-15' }],
    ],
    [
      [
        { questionId: 'q10', value: 'yes' },
        { questionId: 'q10.what', value: 'wound' },
        { questionId: 'q10.when', value: '2026-12-10' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-17', until: '2026-12-17' }],
    ],
    [
      [
        { questionId: 'q10', value: 'yes' },
        { questionId: 'q10.what', value: 'skin' },
        { questionId: 'q10.when', value: '2026-12-10' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-18', until: '2026-12-17' }],
    ],
    [
      [
        { questionId: 'q10', value: 'yes' },
        { questionId: 'q10.what', value: 'headache' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: null, until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(feverColdWound, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(feverColdWound, [{ questionId: 'q10', value: 'yes' }])).toEqual(['q10.what']);
  });
});
