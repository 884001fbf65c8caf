import { addDays } from './calendar';
import { awardCount } from './award';
import { cycleOf, earnedAwards } from './award-cycles';
import type { PastDonation } from './past-donation';

let serial = 0;
const whole = (volumeMl: number, on: string): PastDonation => ({
  id: `d${String(serial++).padStart(6, '0')}`,
  type: 'whole_blood',
  on,
  volumeMl,
});
/** One donation every `days` from a day on. */
const every = (days: number, from: string, volumes: readonly number[]): PastDonation[] =>
  volumes.map((volume, index) => whole(volume, addDays(from, index * days)));
const ofMl = (count: number, ml: number): number[] => Array.from({ length: count }, () => ml);
const awarded = (history: PastDonation[], through: string) =>
  earnedAwards(awardCount(history), through).map(({ award, cycle, count }) => [award, cycle.to, count]);

describe('the cycle of a day', () => {
  it.each([
    ['2020-01-01', 2, '2020-01-01', '2021-12-31'],
    ['2021-12-31', 2, '2020-01-01', '2021-12-31'],
    ['2022-01-01', 2, '2022-01-01', '2023-12-31'],
    ['1998-10-01', 2, '1998-01-01', '1999-12-31'],
    ['2019-01-01', 3, '2019-01-01', '2021-12-31'],
    ['2022-06-01', 3, '2022-01-01', '2024-12-31'],
  ])('of %s with %i years', (on, years, from, to) => {
    expect(cycleOf(on, years, 2021)).toEqual({ from, to });
  });
});

describe('awards at the end of their cycle', () => {
  it('count through the last day of the odd year and not a day more', () => {
    const nineteen = every(30, '2015-01-01', ofMl(19, 200));
    expect(awarded([...nineteen, whole(200, '2021-12-31')], '2022-12-31')).toEqual([['bronze', '2021-12-31', '20']]);
    expect(awarded([...nineteen, whole(200, '2022-01-01')], '2022-12-31')).toEqual([['bronze', '2023-12-31', '20']]);
  });

  it('leave out the bronze of whoever reaches the silver in the same cycle', () => {
    expect(awarded(every(20, '2020-01-01', ofMl(15, 400)), '2021-12-31')).toEqual([['silver', '2021-12-31', '30']]);
  });

  it('go on from bronze to silver to gold', () => {
    const history = [
      ...every(30, '2016-01-01', ofMl(10, 400)),
      ...every(30, '2018-01-01', ofMl(5, 400)),
      ...every(30, '2020-01-01', ofMl(5, 400)),
    ];
    expect(awarded(history, '2021-12-31')).toEqual([
      ['bronze', '2017-12-31', '20'],
      ['silver', '2019-12-31', '30'],
      ['gold', '2021-12-31', '40'],
    ]);
  });

  it('are not given twice for the same count', () => {
    const history = [...every(30, '2016-01-01', ofMl(10, 400)), whole(200, '2019-05-01')];
    expect(awarded(history, '2025-12-31')).toEqual([['bronze', '2017-12-31', '20']]);
  });

  it('begin again after a gold on 2021-05-01: seven counts up to the cut-off are the next reckoning, without bronze or silver', () => {
    const history = [
      ...every(30, '2015-01-01', ofMl(39, 200)),
      whole(200, '2021-05-01'),
      ...every(20, '2021-06-01', ofMl(7, 200)),
    ];
    expect(awarded(history, '2021-12-31').slice(-1)).toEqual([['gold', '2021-12-31', '40']]);
    // Another 20 counts make 27, which a first-time donor would have a bronze for.
    const more = [...history, ...every(30, '2022-01-01', ofMl(10, 400))];
    expect(awarded(more, '2023-12-31').slice(-1)).toEqual([['gold', '2021-12-31', '40']]);
    // 33 more counts make the second gold.
    expect(awarded([...history, ...every(10, '2022-01-01', ofMl(33, 200))], '2023-12-31').slice(-1)).toEqual([
      ['gold', '2023-12-31', '40'],
    ]);
  });

  it('give the lifetime honor together with the third gold, and once only', () => {
    const awards = awarded(every(15, '2014-01-01', ofMl(80, 400)), '2023-12-31').map(([award]) => award);
    expect(awards.filter(award => award === 'gold')).toHaveLength(4);
    expect(awards.filter(award => award === 'lifetime')).toHaveLength(1);
    expect(awards.indexOf('lifetime')).toBe(awards.lastIndexOf('gold') - 1);
  });

  it('are explained by exactly the donations that were reckoned', () => {
    const history = every(30, '2015-01-01', [...ofMl(39, 200), 400, ...ofMl(3, 200)]);
    const gold = earnedAwards(awardCount(history), '2025-12-31').find(({ award }) => award === 'gold');
    expect(gold?.lines.map(({ donationId }) => donationId)).toEqual(history.slice(0, 40).map(({ id }) => id));
    expect(gold).toMatchObject({ count: '41', reachedBy: history[39]?.id, reachedOn: history[39]?.on });
  });
});
