import fc from 'fast-check';
import { badgesOf, donationsInTime, isToldInTime } from './badges';
import type { GrowthFacts } from './badges';
import { addDays } from './calendar';
import { earliestDates } from './interval';
import type { PastDonation } from './past-donation';

const today = '2026-03-05';
const whole = (id: string, on: string): PastDonation => ({ id, type: 'whole_blood', on, volumeMl: 400 });
const earned = (facts: Partial<GrowthFacts>): string[] =>
  badgesOf({ history: [], kept: [], toldInTime: [], ...facts }, today)
    .filter(({ earnedOn }) => earnedOn)
    .map(({ id }) => id);

describe('badges', () => {
  it('say what is there and what is needed', () => {
    const badges = badgesOf({ history: [whole('a', '2025-01-01')], kept: [], toldInTime: [] }, today);
    expect(badges.find(({ id }) => id === 'milestone-5')).toMatchObject({ have: 1, need: 5 });
    expect(badges.find(({ id }) => id === 'milestone-1')).toMatchObject({ earnedOn: '2025-01-01' });
  });

  it('are the same for 200 ml as for 400 ml', () => {
    const history = [whole('a', '2024-01-01'), whole('b', '2025-01-01')];
    expect(earned({ history: history.map(past => ({ ...past, volumeMl: 200 })) })).toEqual(earned({ history }));
  });

  it.each<[string, Partial<GrowthFacts>, string]>([
    ['three kept bookings', { kept: ['2025-01-01', '2025-02-01', '2025-03-01'] }, 'kept-3'],
    [
      'both types',
      { history: [whole('a', '2024-01-01'), { id: 'p', type: 'platelets', on: '2025-01-01' }] },
      'both-types',
    ],
    [
      'three cities',
      { history: ['杭州市', '宁波市', '舟山市'].map((city, index) => ({ ...whole(city, `202${index}-01-01`), city })) },
      'cities',
    ],
    ['three years', { history: [0, 1, 4].map(year => whole(String(year), `202${year}-01-01`)) }, 'years-3'],
    ['a kept booking and an early word', { kept: ['2025-01-01'], toldInTime: ['2025-02-01'] }, 'told-in-time'],
  ])('are earned by %s', (_title, facts, id) => {
    expect(earned(facts)).toContain(id);
    expect(earned({})).toEqual([]);
  });

  it('are not earned by booking and cancelling', () => {
    const toldInTime = Array.from({ length: 50 }, (_, index) => addDays('2025-01-01', index));
    expect(earned({ toldInTime })).toEqual([]);
  });

  it('count a cancellation from the day before on as told in time', () => {
    expect(isToldInTime('2026-01-01', '2026-01-02')).toBe(true);
    expect(isToldInTime('2026-01-02', '2026-01-02')).toBe(false);
  });
});

const facts = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 300 }),
      platelets: fc.boolean(),
      city: fc.constantFrom('甲', '乙', '丙'),
    }),
    {
      maxLength: 30,
    },
  )
  .map(steps => {
    let on = '2012-08-01';
    return steps.map(({ gap, platelets, city }, index) => {
      on = addDays(on, gap);
      return {
        id: `d${String(index).padStart(3, '0')}`,
        type: platelets ? ('platelets' as const) : ('whole_blood' as const),
        on,
        city,
      };
    });
  });

describe('donating earlier than allowed', () => {
  it('earns no badge, brings none nearer, and makes none earlier', () => {
    let tried = 0;
    fc.assert(
      fc.property(facts, fc.nat(), fc.nat(200), fc.boolean(), (history, at, back, platelets) => {
        const anchor = history[at % Math.max(history.length, 1)];
        const type = platelets ? 'platelets' : 'whole_blood';
        const on = addDays(anchor?.on ?? '2013-01-01', back);
        const before = history.filter(past => past.on <= on);
        // Only a donation that comes before its time.
        fc.pre(earliestDates(before, on)[type].date > on && on <= today);
        tried += 1;
        const early = { id: 'zz', type, on, city: '丁' } as const;
        const [without, having] = [history, [...history, early]].map(all =>
          badgesOf({ history: all, kept: [], toldInTime: [] }, today),
        );
        for (const [index, badge] of (having ?? []).entries()) {
          const was = without?.[index];
          expect(badge.have).toBeLessThanOrEqual(was?.have ?? 0);
          expect((badge.earnedOn ?? '9999') >= (was?.earnedOn ?? '9999')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('takes the kept booking of that day with it', () => {
    const history = [whole('a', '2025-01-01'), whole('b', '2025-03-01')];
    expect(donationsInTime(history).map(({ id }) => id)).toEqual(['a']);
    const kept = ['2025-01-01', '2025-03-01', '2025-10-01'];
    expect(earned({ history, kept })).not.toContain('kept-3');
    expect(earned({ history: [whole('a', '2025-01-01')], kept })).toContain('kept-3');
  });
});
