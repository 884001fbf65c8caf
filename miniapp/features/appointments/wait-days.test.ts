import { waitDays } from './wait-days';

const hours = (weekdays: number[]) => weekdays.map(weekday => ({ weekday, opens: '09:00', closes: '17:00' }));
const stop = (on: string) => ({
  on,
  opens: '09:00',
  closes: '15:00',
  address: '示范广场',
  latitude: 30,
  longitude: 120,
});
// 2026-03-05 is a Thursday.
const from = '2026-03-05';

describe('days one can wait for', () => {
  it('are those of the opening hours, without closures', () => {
    const site = { kind: 'house' as const, openingHours: hours([4, 6]), stops: [] };
    const closures = [{ on: '2026-03-07', reason: '检修' }];
    expect(waitDays({ ...site, closures }, from).slice(0, 3)).toEqual(['2026-03-05', '2026-03-12', '2026-03-14']);
  });

  it('are at most as many as the waiting list takes', () => {
    const site = { kind: 'house' as const, openingHours: hours([1, 2, 3, 4, 5, 6, 7]), stops: [], closures: [] };
    expect(waitDays(site, from)).toHaveLength(14);
  });

  it('of a vehicle are its stops', () => {
    const site = { kind: 'vehicle' as const, openingHours: hours([1, 2, 3, 4, 5, 6, 7]), closures: [] };
    expect(waitDays({ ...site, stops: [stop('2026-03-04'), stop('2026-03-09')] }, from)).toEqual(['2026-03-09']);
  });
});
