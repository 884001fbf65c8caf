import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { liveVaccineTwoWeeks } from './q12-live-vaccine-two-weeks';

const on = '2026-12-10';

describe('q12, live vaccine two weeks', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q12', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(liveVaccineTwoWeeks, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q12', value: 'yes' },
        { questionId: 'q12.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-02', until: '2026-12-15' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(liveVaccineTwoWeeks, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(liveVaccineTwoWeeks, [{ questionId: 'q12', value: 'yes' }])).toEqual(['q12.when']);
  });
});
