import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { tuberculosisParasites } from './q32-tuberculosis-parasites';

const on = '2026-12-10';

describe('q32, tuberculosis parasites', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q32', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(tuberculosisParasites, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q32', value: 'yes' },
        { questionId: 'q32.what', value: 'tuberculosis' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-15', until: null }],
    ],
    [
      [
        { questionId: 'q32', value: 'yes' },
        { questionId: 'q32.what', value: 'parasites' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-16', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(tuberculosisParasites, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(tuberculosisParasites, [{ questionId: 'q32', value: 'yes' }])).toEqual(['q32.what']);
  });
});
