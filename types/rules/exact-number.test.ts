import { inTenths, reaches, sayExact, wholePart } from './exact-number';

describe('an exact number', () => {
  it.each([
    [40_000, 2000, '20', 200],
    [41_000, 2000, '20.5', 205],
    [2500, 2000, '1.25', 12],
    [250, 2000, '0.125', 1],
    [19, 3, '6又1/3', 63],
    [0, 2000, '0', 0],
  ])('of %i/%i is said as %s', (parts, per, text, tenths) => {
    expect([sayExact({ parts, per }), inTenths({ parts, per })]).toEqual([text, tenths]);
  });

  it('reaches a threshold with its last part', () => {
    expect(reaches({ parts: 40_000, per: 2000 }, 20)).toBe(true);
    expect(reaches({ parts: 39_999, per: 2000 }, 20)).toBe(false);
    expect(wholePart({ parts: 39_999, per: 2000 })).toBe(19);
  });
});
