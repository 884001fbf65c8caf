import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { liveVaccineFourWeeks } from './q14-live-vaccine-four-weeks';

const on = '2026-12-10';

describe('q14, live vaccine four weeks', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q14', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(liveVaccineFourWeeks, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q14', value: 'yes' },
        { questionId: 'q14.what', value: 'live' },
        { questionId: 'q14.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-03', until: '2026-12-29' }],
    ],
    [
      [
        { questionId: 'q14', value: 'yes' },
        { questionId: 'q14.what', value: 'rabies' },
        { questionId: 'q14.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-03', until: '2026-12-29' }],
    ],
    [
      [
        { questionId: 'q14', value: 'yes' },
        { questionId: 'q14.what', value: 'bite' },
        { questionId: 'q14.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-04', until: '2027-12-01' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(liveVaccineFourWeeks, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(liveVaccineFourWeeks, [{ questionId: 'q14', value: 'yes' }])).toEqual(['q14.what']);
  });
});
