import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { mouthCare } from './q08-mouth-care';

const on = '2026-12-10';

describe('q08, mouth care', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q08', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(mouthCare, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q08', value: 'yes' },
        { questionId: 'q08.when', value: '2026-12-08' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-01', until: '2026-12-11' }],
    ],
    [
      [
        { questionId: 'q08', value: 'yes' },
        { questionId: 'q08.when', value: '2026-12-07' },
      ],
      'whole_blood',
      [],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(mouthCare, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(mouthCare, [{ questionId: 'q08', value: 'yes' }])).toEqual(['q08.when']);
  });
});
