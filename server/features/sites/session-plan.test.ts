import type { IntervalType } from '@rules/interval';
import { sayTime } from './say-time';
import { defaultPlans, type PlannedSite } from './default-plan';
import { servedInPeriod, staffFor, timesOf, type SessionPlan } from './session-plan';

const planSlots = (site: PlannedSite, on: string) => defaultPlans(site, on).flatMap(plan => timesOf(plan, on));

const both: IntervalType[] = ['whole_blood', 'platelets'];
const monday = '2026-03-02';
const site = (chairs: number, types: IntervalType[], opens = '09:00', closes = '12:00') => ({
  chairs,
  types,
  openingHours: [{ weekday: 1, opens, closes }],
});
const starts = (planned: ReturnType<typeof planSlots>, type: IntervalType) =>
  planned.filter(slot => slot.type === type).map(slot => sayTime(slot.startsAt));

describe('the times of a day', () => {
  it('gives every chair one donor each half hour, in China time', () => {
    const planned = planSlots(site(4, ['whole_blood'], '09:00', '10:30'), monday);
    expect(planned).toMatchObject([
      { type: 'whole_blood', startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-02T01:30:00.000Z', capacity: 4 },
      { type: 'whole_blood', startsAt: '2026-03-02T01:30:00.000Z', endsAt: '2026-03-02T02:00:00.000Z', capacity: 4 },
      { type: 'whole_blood', startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T02:30:00.000Z', capacity: 4 },
    ]);
  });

  it('keeps a chair at an apheresis machine for an hour and a half', () => {
    expect(starts(planSlots(site(4, both), monday), 'platelets')).toEqual(['3月2日 09:00', '3月2日 10:30']);
  });

  it('ends no time after closing', () => {
    expect(starts(planSlots(site(2, ['whole_blood'], '09:00', '10:20'), monday), 'whole_blood')).toEqual([
      '3月2日 09:00',
      '3月2日 09:30',
    ]);
  });

  it.each([
    [1, 1, 0],
    [2, 1, 1],
    [5, 3, 2],
    [8, 4, 4],
  ])('shares %i chairs as %i for whole blood and %i for platelets', (chairs, wholeBlood, platelets) => {
    const planned = planSlots(site(chairs, both), monday);
    const capacity = (type: IntervalType) => planned.find(slot => slot.type === type)?.capacity ?? 0;
    expect([capacity('whole_blood'), capacity('platelets')]).toEqual([wholeBlood, platelets]);
  });

  it('has none on a day on which the site is shut', () => {
    expect(planSlots(site(4, both), '2026-03-03')).toEqual([]);
  });

  it('counts Sunday as the seventh day', () => {
    const sunday = { ...site(1, ['whole_blood']), openingHours: [{ weekday: 7, opens: '09:00', closes: '09:30' }] };
    expect(planSlots(sunday, '2026-03-08')).toHaveLength(1);
  });
});

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
