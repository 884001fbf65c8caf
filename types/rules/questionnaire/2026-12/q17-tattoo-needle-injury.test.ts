import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { tattooNeedleInjury } from './q17-tattoo-needle-injury';

const on = '2026-12-10';

describe('q17, tattoo needle injury', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q17', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(tattooNeedleInjury, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q17', value: 'yes' },
        { questionId: 'q17.what', value: 'tattoo' },
        { questionId: 'q17.when', value: '2026-06-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-21', until: '2027-06-01' }],
    ],
    [
      [
        { questionId: 'q17', value: 'yes' },
        { questionId: 'q17.what', value: 'needle' },
        { questionId: 'q17.when', value: '2026-02-28' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'T-20', until: '2027-02-28' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(tattooNeedleInjury, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(tattooNeedleInjury, [{ questionId: 'q17', value: 'yes' }])).toEqual(['q17.what']);
  });
});
