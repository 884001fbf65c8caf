import { evaluateAnswers, openItems, type QuestionnaireAnswer } from '../../questionnaire';
import type { IntervalType } from '../../interval';
import { bloodHormoneImmuneSkin } from './q29-blood-hormone-immune-skin';

const on = '2026-12-10';

describe('q29, blood hormone immune skin', () => {
  it('stands against nobody who answers no, and then asks no more', () => {
    const answers = [{ questionId: 'q29', value: 'no' }];
    expect(evaluateAnswers('2026-12', answers, on, 'whole_blood')).toEqual([]);
    expect(openItems(bloodHormoneImmuneSkin, answers)).toEqual([]);
  });

  it.each<[QuestionnaireAnswer[], IntervalType, object[]]>([
    [
      [
        { questionId: 'q29', value: 'yes' },
        { questionId: 'q29.what', value: 'blood' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-05', until: null }],
    ],
    [
      [
        { questionId: 'q29', value: 'yes' },
        { questionId: 'q29.what', value: 'hormone' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-06', until: null }],
    ],
    [
      [
        { questionId: 'q29', value: 'yes' },
        { questionId: 'q29.what', value: 'immune' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-07', until: null }],
    ],
    [
      [
        { questionId: 'q29', value: 'yes' },
        { questionId: 'q29.what', value: 'skin' },
      ],
      'whole_blood',
      [{ outcome: 'stop', ruleId: 'P-08', until: null }],
    ],
  ])('%j before %s', (answers, type, findings) => {
    expect(evaluateAnswers('2026-12', answers, on, type)).toMatchObject(findings);
    expect(openItems(bloodHormoneImmuneSkin, answers)).toEqual([]);
  });

  it('asks on after the answer yes', () => {
    expect(openItems(bloodHormoneImmuneSkin, [{ questionId: 'q29', value: 'yes' }])).toEqual(['q29.what']);
  });
});
