import { isGarbage, verdictOf } from './verdict';
import { reasonWords } from './words';

const answer = (result: 'green' | 'amber' | 'red', reason: keyof typeof reasonWords) => ({
  result,
  reason,
  receipt: null,
  maskedName: '*试甲',
});

describe('what a gate shows', () => {
  it('green lets pass and names the donor to the staff', () =>
    expect(verdictOf(answer('green', 'ok'))).toMatchObject({ sound: 'go', word: '通行', name: '*试甲' }));

  it('amber calls the staff and says why', () =>
    expect(verdictOf(answer('amber', 'interval'))).toMatchObject({
      sound: 'look',
      word: '间隔太短',
      advice: '同一位献血者刚刚通过，请稍后再扫',
    }));

  it('red names nobody', () =>
    expect(verdictOf(answer('red', 'replay'))).toMatchObject({ sound: 'stop', word: '已用过', name: null }));

  it.each(Object.entries(reasonWords))('the word for %s can be read from afar', (_, { word, advice }) => {
    expect(word.length).toBeLessThanOrEqual(4);
    expect(advice).not.toBe('');
  });

  it.each([
    ['format', true],
    ['key', true],
    ['signature', true],
    ['expired', false],
    ['replay', false],
  ] as const)('%s counts as unreadable: %s', (reason, counted) =>
    expect(isGarbage(answer('red', reason))).toBe(counted),
  );
});
