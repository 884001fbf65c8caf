import { provincialStanding, stemCellAwardOn, volunteerStanding } from './other-awards';
import type { PastDonation } from './past-donation';

const whole = (id: string, on: string, volumeMl: number): PastDonation => ({ id, type: 'whole_blood', on, volumeMl });

describe('the stem-cell award', () => {
  it('comes with the first donation of stem cells, and with nothing else', () => {
    expect(stemCellAwardOn([whole('a', '2020-01-01', 400)])).toBeUndefined();
    const given: PastDonation = { id: 's', type: 'stem_cells', on: '2021-03-04' };
    expect(stemCellAwardOn([{ ...given, id: 't', on: '2024-01-01' }, given])).toBe('2021-03-04');
  });
});

describe('stars of volunteers', () => {
  it.each([
    [99, '2023-01-01', 0, 1],
    [100, '2023-01-01', 1, 200],
    [300, '2023-01-01', 2, 300],
    [600, '2023-01-01', 3, 400],
    [1000, '2023-01-01', 4, 500],
    [1500, '2023-01-01', 5, undefined],
    [119, '2021-12-31', 0, 1],
    [120, '2021-12-31', 1, 120],
    [600, '2021-12-31', 5, undefined],
  ])('for %i hours on %s are %i', (hours, on, stars, toNext) => {
    const standing = volunteerStanding({ hours, years: 1 }, on);
    expect([standing.stars, standing.hoursToNextStar]).toEqual([stars, toNext]);
  });

  it.each([
    [2000, 11, '2023-01-01', false],
    [2001, 10, '2023-01-01', false],
    [2001, 11, '2023-01-01', true],
    [3000, 1, '2023-01-01', false],
    [3001, 1, '2023-01-01', true],
    [1501, 11, '2021-01-01', true],
  ])('with %i hours in %i years on %s: lifetime honor %s', (hours, years, on, expected) => {
    expect(volunteerStanding({ hours, years }, on).lifetimeHonour).toBe(expected);
  });
});

describe('the award of the province', () => {
  const five = ['2020-01-01', '2020-08-01', '2021-03-01', '2021-10-01', '2022-05-01'].map((on, index) =>
    whole(`d${index}`, on, 400),
  );

  it.each([
    [five.slice(0, 4), 'positive', 1600, 2000, undefined],
    [five, 'positive', 2000, 2000, '2022-05-01'],
    [five.slice(0, 3), 'negative', 1200, 1000, '2021-03-01'],
    [five.slice(0, 2), 'negative', 800, 1000, undefined],
    [[{ id: 'p', type: 'platelets', on: '2020-01-01', unitsTenths: 15 }], 'positive', 300, 2000, undefined],
  ] as const)('after %# donations', (history, rhd, ml, neededMl, on) => {
    const standing = provincialStanding(history, { rhd }, '2025-01-01');
    expect([standing.ml, standing.neededMl, standing.reached?.on]).toEqual([ml, neededMl, on]);
  });

  it('belongs to the three years in which the volume was reached', () => {
    expect(provincialStanding(five, { rhd: 'positive' }, '2025-01-01').reached?.cycle).toEqual({
      from: '2022-01-01',
      to: '2024-12-31',
    });
  });
});
