import type { IntervalType } from '@rules/interval';
import { timesOf } from '@rules/session-plan';
import { sayTime } from './say-time';
import { defaultPlans, type PlannedSite } from './default-plan';

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
