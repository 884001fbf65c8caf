import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { organRemovedEye } from './q33-organ-removed-eye';

const on = '2026-12-10';

describe('q33, organ removed eye', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q33', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(organRemovedEye, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q33', value: 'yes' },
        { questionId: 'q33.what', value: 'removed' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-21', until: null }],
    ],
    [
      [
        { questionId: 'q33', value: 'yes' },
        { questionId: 'q33.what', value: 'eye' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-22', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(organRemovedEye, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(organRemovedEye, [{ questionId: 'q33', value: 'yes' }])).toEqual(['q33.what']);
  });
});
