import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { infectiousContact } from './q13-infectious-contact';

const on = '2026-12-10';

describe('q13, infectious contact', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q13', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(infectiousContact, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q13', value: 'yes' },
        { questionId: 'q13.more', value: '水痘' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: 'T-22', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(infectiousContact, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(infectiousContact, [{ questionId: 'q13', value: 'yes' }])).toEqual(['q13.more']);
  });
});
