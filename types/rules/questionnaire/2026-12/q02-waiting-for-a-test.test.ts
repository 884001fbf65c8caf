import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { waitingForATest } from './q02-waiting-for-a-test';

const on = '2026-12-10';

describe('q02, waiting for a test', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q02', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(waitingForATest, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q02', value: 'yes' },
        { questionId: 'q02.more', value: '复查血常规' },
      ],
      'whole_blood',
      [{ outcome: 'doctor', ruleId: null, until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(waitingForATest, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(waitingForATest, [{ questionId: 'q02', value: 'yes' }])).toEqual(['q02.more']);
  });
});
