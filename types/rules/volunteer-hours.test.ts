import { addDays } from './calendar';
import { volunteerHours } from './volunteer-hours';

const today = '2026-03-05';
const days = (count: number, minutes: number, from = '2024-01-01') =>
  Array.from({ length: count }, (_, index) => ({ on: addDays(from, index), minutes }));

describe('hours of voluntary service', () => {
  it.each([
    ['99 hours and 45 minutes', [...days(99, 60), { on: '2025-01-01', minutes: 45 }], 99, 0, 1],
    ['halves that make 100 hours', days(200, 30), 100, 1, 200],
    ['an event that was taken back', [...days(100, 60), { on: '2025-01-01', minutes: 0 }], 100, 1, 200],
    ['an event of a day to come', [...days(99, 60), { on: '2026-03-06', minutes: 60 }], 99, 0, 1],
    ['1,500 hours', days(250, 360), 1500, 5, undefined],
    ['nothing', [], 0, 0, 100],
  ] as const)('of %s', (_title, events, wholeHours, stars, hoursToNextStar) => {
    const hours = volunteerHours(events, today);
    expect([hours.wholeHours, hours.stars, hours.hoursToNextStar]).toEqual([wholeHours, stars, hoursToNextStar]);
  });

  it('name the day of each star, whatever the order of the list', () => {
    const events = days(300, 60);
    const expected = [
      { stars: 1, on: addDays('2024-01-01', 99) },
      { stars: 2, on: addDays('2024-01-01', 299) },
    ];
    expect(volunteerHours(events, today).reached).toEqual(expected);
    expect(volunteerHours([...events].reverse(), today).reached).toEqual(expected);
  });

  it('give the lifetime honor beyond ten completed years and 2,000 hours', () => {
    const many = (from: string) => [{ on: from, minutes: 60 }, ...days(250, 480, '2020-01-01')];
    expect(volunteerHours(many('2015-03-05'), today)).toMatchObject({ wholeHours: 2001, lifetimeHonor: true });
    expect(volunteerHours(many('2015-03-06'), today)).toMatchObject({ completedYears: 10, lifetimeHonor: false });
  });
});
