import { begin, extend, pathOf, pointAt, type Stroke } from './stroke';

const pad = { width: 343, height: 137 };

describe('strokes of a signature', () => {
  it('puts the corners of any pad on the corners of the field', () => {
    expect(pointAt(0, 0, pad)).toEqual([0, 0]);
    expect(pointAt(343, 137, pad)).toEqual([1000, 400]);
  });

  it('keeps a finger that leaves the pad on its edge', () => {
    expect(pointAt(-20, 500, pad)).toEqual([0, 400]);
  });

  it('draws the last stroke on and leaves out points that are too near', () => {
    const drawn = extend(begin([], [10, 10]), [30, 10]);
    expect(drawn).toEqual([
      [
        [10, 10],
        [30, 10],
      ],
    ]);
    expect(extend(drawn, [31, 11])).toBe(drawn);
  });

  it('draws nothing before a stroke has begun', () => {
    expect(extend([], [5, 5])).toEqual([]);
  });

  it('stays within what the contract takes', () => {
    const long: Stroke[] = [Array.from({ length: 600 }, (_, index) => [index, 0] as [number, number])];
    expect(extend(long, [0, 300])).toBe(long);
    const many: Stroke[] = Array.from({ length: 60 }, () => [[1, 1]]);
    expect(begin(many, [2, 2])).toBe(many);
  });

  it('writes a path, and a dot for a single point', () => {
    expect(
      pathOf([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('M1 2L3 4');
    expect(pathOf([[1, 2]])).toBe('M1 2h1');
  });
});
