import fc from 'fast-check';
import { addDays, addMonths, daysBetween } from './calendar';
import { deferralRules } from './deferral';
import { assess } from './eligibility';
import type { Deferral, EligibilityQuestion, Override } from './eligibility';
import { earliestDates } from './interval';
import type { IntervalType, PastDonation } from './interval';

const today = '2026-11-22';
const ids = deferralRules(today).map(({ id }) => id);

const type = fc.constantFrom<IntervalType>('whole_blood', 'platelets');
const around = (from: number, to: number) => fc.integer({ min: from, max: to }).map(days => addDays(today, days));
const donation: fc.Arbitrary<PastDonation> = fc.record({ id: fc.uuid(), type, on: around(-900, 0) });
const deferral: fc.Arbitrary<Deferral> = fc.oneof(
  fc.record({ ruleId: fc.constantFrom(...ids), until: around(-100, 800), permanent: fc.constant(false) }),
  fc.record({ ruleId: fc.constantFrom(...ids), permanent: fc.boolean() }),
);
const override: fc.Arbitrary<Override> = fc
  .tuple(
    fc.constantFrom(...ids, 'AGE-1', 'AGE-1-MIN', 'INT-WW', 'INT-PP'),
    // A doctor sets aside from the day of writing on, and nobody asks for a day before today.
    around(-50, 0),
    fc.integer({ min: 1, max: 365 }),
  )
  .map(([ruleId, from, days]) => ({ ruleId, from, until: addDays(from, days) }));
const question: fc.Arbitrary<EligibilityQuestion> = fc.record({
  donor: fc.record({
    birthDate: around(-65 * 366, -16 * 365),
    sex: fc.constantFrom('female' as const, 'male' as const),
  }),
  history: fc.array(donation, { maxLength: 30 }),
  deferrals: fc.array(deferral, { maxLength: 3 }),
  overrides: fc.array(override, { maxLength: 3 }),
  askedType: type,
  date: around(0, 300),
});

const grave = { yes: 0, not_before: 1, doctor: 2, no: 3 } as const;

describe('properties of the assessment', () => {
  it('never says yes inside an interval, whatever a doctor has set aside', () => {
    fc.assert(
      fc.property(question, asked => {
        const { date } = earliestDates(asked.history, asked.date)[asked.askedType];
        if (assess(asked).verdict === 'yes') expect(date).toBe(asked.date);
      }),
      { numRuns: 500 },
    );
  });

  it('says yes on the very day that it promises, and on no day before it is anything else than a wait', () => {
    fc.assert(
      fc.property(question, fc.nat(), (asked, any) => {
        const { verdict, date } = assess(asked);
        if (verdict !== 'not_before') return expect(date).toBeUndefined();
        expect(date && assess({ ...asked, date }).verdict).toBe('yes');
        const before = addDays(asked.date, any % daysBetween(asked.date, date ?? asked.date));
        const overridden = (asked.overrides?.length ?? 0) > 0;
        // An override may end or begin in between; without one the wait has no gap.
        if (!overridden) expect(assess({ ...asked, date: before })).toMatchObject({ verdict: 'not_before', date });
      }),
      { numRuns: 500 },
    );
  });

  it('is monotone: one more deferral makes nothing easier and no day nearer', () => {
    fc.assert(
      fc.property(question, deferral, (asked, more) => {
        const [before, after] = [assess(asked), assess({ ...asked, deferrals: [...asked.deferrals, more] })];
        expect(grave[after.verdict]).toBeGreaterThanOrEqual(grave[before.verdict]);
        if (before.date !== undefined && after.date !== undefined) expect(after.date >= before.date).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('names the rule, the source, the force and what would change it, of every reason', () => {
    fc.assert(
      fc.property(question, asked => {
        const { reasons, verdict, edition } = assess(asked);
        expect(edition).toBeTruthy();
        expect(verdict === 'yes' || reasons.length > 0).toBe(true);
        for (const { ruleId, source, force, edition: of, change, text, effect, until } of reasons) {
          expect([ruleId, source, force, of, change, text].every(Boolean)).toBe(true);
          if (effect === 'not_before') expect(until).toBeDefined();
        }
      }),
    );
  });

  it('depends on nothing but what it is asked', () => {
    fc.assert(
      fc.property(question, asked => {
        const copy = structuredClone(asked);
        expect(assess(asked)).toEqual(assess(copy));
        expect(asked).toEqual(copy);
      }),
    );
  });
});

describe('properties of the calendar under the intervals', () => {
  it('counts calendar months and ends on the last day of a month that has no such day', () => {
    fc.assert(
      fc.property(around(-3000, 3000), fc.integer({ min: 1, max: 36 }), (from, months) => {
        const end = addMonths(from, months);
        const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(monthOf(end) - monthOf(from)).toBe(months);
        const [had, got] = [Number(from.slice(8)), Number(end.slice(8))];
        // Either the corresponding day, or an earlier one that is the month's last.
        if (got !== had) {
          expect(got).toBeLessThan(had);
          expect(addDays(end, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('lets the most eager donor give platelets 24 times in any twelve months, and never more', () => {
    const given: PastDonation[] = [];
    let on = '2024-02-29';
    for (let count = 0; count < 80; count++) {
      on = earliestDates(given, on).platelets.date;
      given.push({ id: `p${count}`, type: 'platelets', on });
    }
    const inYearFrom = given.map(
      ({ on: first }) => given.filter(past => past.on >= first && past.on < addMonths(first, 12)).length,
    );
    expect(Math.max(...inYearFrom)).toBe(24);
  });
});
