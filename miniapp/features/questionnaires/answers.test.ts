import { isAnswered, type Question, resumeAt, withAnswer } from './answers';

const plain: Question = { id: 'a', window: '今天', text: '甲', followUp: null };
const dated: Question = { id: 'b', window: '今天', text: '乙', followUp: { kind: 'date', label: '哪一天' } };

describe('answers of the questionnaire', () => {
  it('replaces an answer that is given again', () => {
    const first = withAnswer([], { questionId: 'a', value: 'no' });
    expect(withAnswer(first, { questionId: 'a', value: 'yes' })).toEqual([{ questionId: 'a', value: 'yes' }]);
  });

  it.each([
    ['no answer', dated, [], false],
    ['a no', dated, [{ questionId: 'b', value: 'no' as const }], true],
    ['a yes without its detail', dated, [{ questionId: 'b', value: 'yes' as const }], false],
    ['a yes with a blank detail', dated, [{ questionId: 'b', value: 'yes' as const, detail: ' ' }], false],
    ['a yes with its detail', dated, [{ questionId: 'b', value: 'yes' as const, detail: '2026-11-01' }], true],
    ['a yes that asks no more', plain, [{ questionId: 'a', value: 'yes' as const }], true],
  ])('counts %s as answered or not', (_case, question, answers, answered) => {
    expect(isAnswered(question, answers)).toBe(answered);
  });

  it('goes on at the first gap, and past the end when there is none', () => {
    expect(resumeAt([plain, dated], [{ questionId: 'b', value: 'no' }])).toBe(0);
    expect(resumeAt([plain, dated], [{ questionId: 'a', value: 'no' }])).toBe(1);
    expect(
      resumeAt(
        [plain, dated],
        [
          { questionId: 'a', value: 'no' },
          { questionId: 'b', value: 'no' },
        ],
      ),
    ).toBe(2);
  });
});
