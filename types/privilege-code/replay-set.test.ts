import { createReplaySet } from './replay-set';

describe('the replay set', () => {
  it.each([
    [0, false],
    [79, false],
    [80, false],
    [160, true],
  ])('asked for the same key %d s later answers new = %s', (later, expected) => {
    let now = 1000;
    const set = createReplaySet(80, () => now);
    expect(set.add('a')).toBe(true);
    now += later;
    expect(set.add('a')).toBe(expected);
  });

  it('keeps a key that came late in its generation for a whole window', () => {
    let now = 0;
    const set = createReplaySet(80, () => now);
    now = 79;
    set.add('late');
    now = 90;
    set.add('turns the generation');
    now = 158;
    expect(set.add('late')).toBe(false);
  });
});
