import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { inactivatedVaccine } from './q07-inactivated-vaccine';

const on = '2026-12-10';

describe('q07, inactivated vaccine', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q07', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(inactivatedVaccine, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q07', value: 'yes' },
        { questionId: 'q07.when', value: '2026-12-09' },
      ],
      'whole_blood',
      [{ outcome: 'defer', ruleId: 'V-01', until: '2026-12-11' }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(inactivatedVaccine, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(inactivatedVaccine, [{ questionId: 'q07', value: 'yes' }])).toEqual(['q07.when']);
  });
});
