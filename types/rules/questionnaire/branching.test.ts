import { missingAnswers, relevantAnswers, shownWhen } from '../questionnaire';
import { toothMinorSurgery as page } from './2026-12/q11-tooth-minor-surgery';

const version = '2026-12';
const yes = { questionId: 'q11', value: 'yes' };
const tooth = { questionId: 'q11.what', value: 'tooth' };
const several = { questionId: 'q11.what', value: 'several' };
const date = { questionId: 'q11.when', value: '2026-12-01' };
const gapsIn = (answers: { questionId: string; value: string }[]) =>
  missingAnswers(version, answers, 'male').includes('q11');

describe('follow-up questions', () => {
  it('are needed only where an answer leads to them', () => {
    expect([gapsIn([]), gapsIn([{ ...yes, value: 'no' }])]).toEqual([true, false]);
    expect([gapsIn([yes]), gapsIn([yes, tooth]), gapsIn([yes, tooth, date])]).toEqual([true, true, false]);
    expect(gapsIn([yes, several])).toBe(false);
  });

  it('name their one condition', () => {
    const [what, when] = page.followUps;
    expect(what && shownWhen(page, what)).toEqual({ questionId: 'q11', values: ['yes'] });
    expect(when && shownWhen(page, when)).toEqual({ questionId: 'q11.what', values: ['tooth', 'minor', 'skin'] });
  });

  it('leave the form when their answer is taken back', () => {
    expect(relevantAnswers(version, [{ ...yes, value: 'no' }, tooth, date], 'male')).toEqual([{ ...yes, value: 'no' }]);
    expect(relevantAnswers(version, [yes, several, date], 'male')).toEqual([yes, several]);
    expect(relevantAnswers(version, [yes, tooth, date], 'male')).toEqual([yes, tooth, date]);
  });
});
