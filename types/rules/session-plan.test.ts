import type { IntervalType } from './interval';
import { servedInPeriod, staffFor, timesOf, type SessionPlan } from './session-plan';

const monday = '2026-03-02';
const plan = (given: Partial<SessionPlan> = {}): SessionPlan => ({
  ...{ opens: '09:00', closes: '10:30', reservedPercent: 0, releaseHours: 24 },
  wholeBlood: { chairs: 4, staff: 2, walkIns: 0 },
  platelets: { chairs: 0, staff: 0, walkIns: 0 },
  ...given,
});
const wholeBlood = (chairs: number, staff: number, walkIns = 0) => plan({ wholeBlood: { chairs, staff, walkIns } });

describe('the places of a period', () => {
  it.each<[type: IntervalType, chairs: number, staff: number, served: number]>([
    // A member of staff serves two whole-blood donors in half an hour, three platelet donors in an hour and a half.
    ['whole_blood', 4, 2, 4],
    ['whole_blood', 4, 1, 2],
    ['whole_blood', 1, 5, 1],
    ['whole_blood', 4, 0, 0],
    ['whole_blood', 0, 4, 0],
    ['platelets', 6, 2, 6],
    ['platelets', 6, 1, 3],
    ['platelets', 2, 1, 2],
  ])('of %s with %i chairs and staff of %i are %i', (type, chairs, staff, served) => {
    expect(servedInPeriod(type, { chairs, staff }, monday)).toBe(served);
  });

  it.each<[type: IntervalType, chairs: number]>([
    ['whole_blood', 1],
    ['whole_blood', 3],
    ['whole_blood', 8],
    ['platelets', 1],
    ['platelets', 4],
    ['platelets', 7],
  ])('of %s are all of %i chairs with the staff planned by default, and fewer with one less', (type, chairs) => {
    const staff = staffFor(type, chairs, monday);
    expect(servedInPeriod(type, { chairs, staff }, monday)).toBe(chairs);
    expect(servedInPeriod(type, { chairs, staff: staff - 1 }, monday)).toBeLessThan(chairs);
  });

  it.each<[what: string, plan: SessionPlan, expected: object]>([
    ['go to bookings alone', plan(), { capacity: 4, reserved: 0, walkInCapacity: 0 }],
    ['leave out walk-in places', wholeBlood(4, 2, 1), { capacity: 3, walkInCapacity: 1 }],
    ['leave out no more than there are', wholeBlood(4, 1, 3), { capacity: 0, walkInCapacity: 2 }],
    ['keep the share of the bookable ones, rounded up', plan({ reservedPercent: 30 }), { capacity: 4, reserved: 2 }],
    ['keep all of them at a hundred per cent', plan({ reservedPercent: 100 }), { capacity: 4, reserved: 4 }],
  ])('%s', (_what, given, expected) => {
    expect(timesOf(given, monday)[0]).toMatchObject(expected);
  });

  it('open their kept part so many hours before the time', () => {
    expect(timesOf(plan({ releaseHours: 48 }), monday)[0]?.releaseAt).toBe('2026-02-28T01:00:00.000Z');
  });

  it.each([
    ['nobody works', wholeBlood(4, 0)],
    ['there is no chair', wholeBlood(0, 2)],
    ['it closes before one donor is done', plan({ closes: '09:29' })],
    ['it closes before it opens', plan({ closes: '08:00' })],
  ])('are none when %s', (_why, given) => {
    expect(timesOf(given, monday)).toEqual([]);
  });
});
