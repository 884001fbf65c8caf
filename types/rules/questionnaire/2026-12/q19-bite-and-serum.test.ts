import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { biteAndSerum } from './q19-bite-and-serum';

const on = '2026-12-10';

describe('q19, bite and serum', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q19', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(biteAndSerum, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q19', value: 'yes' },
        { questionId: 'q19.what', value: 'bite' },
        { questionId: 'q19.when', value: '2026-06-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-04', until: '2027-06-01' }],
    ],
    [
      [
        { questionId: 'q19', value: 'yes' },
        { questionId: 'q19.what', value: 'serum' },
        { questionId: 'q19.when', value: '2026-12-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-05', until: '2026-12-29' }],
    ],
    [
      [
        { questionId: 'q19', value: 'yes' },
        { questionId: 'q19.what', value: 'hbig' },
        { questionId: 'q19.when', value: '2026-06-01' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-06', until: '2027-06-01' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(biteAndSerum, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(biteAndSerum, [{ questionId: 'q19', value: 'yes' }])).toEqual(['q19.what']);
  });
});
