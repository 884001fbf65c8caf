import { sameCodeFilter } from './same-code';

describe('readings of a code that stays before the reader', () => {
  const at = (...readings: [text: string, ms: number][]) => {
    let clock = 0;
    const isNew = sameCodeFilter(() => clock);
    return readings.map(([text, ms]) => {
      clock = ms;
      return isNew(text);
    });
  };

  it('are one scan, however long it stays', () =>
    expect(at(['A', 0], ['A', 2000], ['A', 4900], ['A', 7800])).toEqual([true, false, false, false]));

  it('are another scan once it was away for three seconds', () =>
    expect(at(['A', 0], ['A', 3000])).toEqual([true, true]));

  it('of two people are told apart at once', () =>
    expect(at(['A', 0], ['B', 200], ['A', 400])).toEqual([true, true, true]));

  it('that flicker are read five times a second at the most', () =>
    expect(at(['A', 0], ['B', 60], ['C', 120], ['C', 199], ['C', 200], ['D', 390])).toEqual([
      ...[true, false, false, false, true, false],
    ]));
});
