import fc from 'fast-check';
import { addDays, addMonths, laterOf } from './calendar';
import { editions } from './edition';
import { earliestDates } from './interval';
import type { DonationEdition, IntervalOptions, IntervalType, PastDonation } from './interval';

const draft = editions.donation.find(edition => !edition.enabled);
const whole = (on: string, id = `w-${on}`): PastDonation => ({ id, type: 'whole_blood', on, volumeMl: 400 });
const platelets = (on: string, id = `p-${on}`): PastDonation => ({ id, type: 'platelets', on, unitsTenths: 10 });

describe('the interval between donations', () => {
  it.each<[string, PastDonation[], IntervalType, string, IntervalOptions]>([
    ['whole to whole: six calendar months', [whole('2025-01-15')], 'whole_blood', '2025-07-15', {}],
    ['the end of a month', [whole('2025-08-31')], 'whole_blood', '2026-02-28', {}],
    ['whole to platelets', [whole('2025-01-15')], 'platelets', '2025-04-15', {}],
    ['platelets to platelets', [platelets('2025-03-01')], 'platelets', '2025-03-15', {}],
    ['special matching with approval', [platelets('2025-03-01')], 'platelets', '2025-03-08', { specialMatching: true }],
    ['platelets to whole: four weeks', [platelets('2025-03-01')], 'whole_blood', '2025-03-29', {}],
    ['the later of two', [whole('2025-01-15'), platelets('2025-06-30')], 'whole_blood', '2025-07-28', {}],
    [
      'the draft law: 90 days',
      [whole('2025-01-15')],
      'whole_blood',
      '2025-04-15',
      { edition: draft as DonationEdition },
    ],
    [
      'special matching changes nothing for whole blood',
      [platelets('2025-03-01')],
      'whole_blood',
      '2025-03-29',
      { specialMatching: true },
    ],
    [
      'an older donation that ends later',
      [whole('2025-01-15'), platelets('2025-02-01')],
      'whole_blood',
      '2025-07-15',
      {},
    ],
    ['no donation yet', [], 'whole_blood', '2025-01-01', {}],
    [
      'stem cells hold nobody back here',
      [{ id: 's', type: 'stem_cells', on: '2025-01-01' }],
      'whole_blood',
      '2025-01-01',
      {},
    ],
  ])('%s', (_title, history, type, expected, options) => {
    expect(earliestDates(history, '2025-01-01', options)[type].date).toBe(expected);
  });

  it('opens on the corresponding day and not on the day before', () => {
    expect(earliestDates([whole('2025-01-15')], '2025-07-14').whole_blood.date).toBe('2025-07-15');
    expect(earliestDates([whole('2025-01-15')], '2025-07-15').whole_blood).toEqual({ date: '2025-07-15', reasons: [] });
    expect(earliestDates([whole('2025-01-15')], '2025-09-01').whole_blood.date).toBe('2025-09-01');
  });

  it('takes the day after when the edition says so', () => {
    const current = editions.donation[0] as DonationEdition;
    const eligibleFrom = { ...current.rules.eligibleFrom, value: 'day_after' as const };
    const edition = { ...current, rules: { ...current.rules, eligibleFrom } };
    expect(earliestDates([whole('2025-01-15')], '2025-02-01', { edition }).whole_blood.date).toBe('2025-07-16');
  });

  it('explains the date by rule, donation and source, the longest wait first', () => {
    const { reasons } = earliestDates(
      [whole('2025-01-15', 'a'), platelets('2025-06-30', 'b')],
      '2025-07-01',
    ).whole_blood;
    expect(
      reasons.map(({ ruleId, value, sourceDonationId, until, confirmed, edition }) => ({
        ruleId,
        value,
        sourceDonationId,
        until,
        confirmed,
        edition,
      })),
    ).toEqual([
      {
        ruleId: 'INT-PW',
        value: '4周',
        sourceDonationId: 'b',
        until: '2025-07-28',
        confirmed: true,
        edition: 'cn-donation-2011',
      },
      {
        ruleId: 'INT-WW',
        value: '6个月',
        sourceDonationId: 'a',
        until: '2025-07-15',
        confirmed: true,
        edition: 'cn-donation-2011',
      },
    ]);
    expect(reasons[0]?.text).toBe('献血小板后满4周才能献全血');
    expect(reasons[0]?.source).toContain('GB 18467-2011');
  });

  it('lets a wait that began under one law end under the next, and not before that law begins', () => {
    const law = { ...(draft as DonationEdition), enabled: true };
    const among = (effectiveFrom: string) => ({
      national: [...editions.donation, { ...law, effectiveFrom }],
      local: editions.local,
    });
    const asked = (effectiveFrom: string, on: string) =>
      earliestDates([whole('2025-01-15')], on, { among: among(effectiveFrom) }).whole_blood;
    expect(asked('2025-05-01', '2025-03-01')).toMatchObject({
      date: '2025-05-01',
      reasons: [{ ruleId: 'INT-WW', value: '6个月', until: '2025-05-01' }],
    });
    expect(asked('2025-03-10', '2025-03-01')).toMatchObject({ date: '2025-04-15', reasons: [{ value: '90天' }] });
    expect(asked('2025-08-01', '2025-03-01').date).toBe('2025-07-15');
    expect(asked('2025-03-10', '2025-04-20')).toEqual({ date: '2025-04-20', reasons: [] });
  });

  it('names one donation per rule: the last', () => {
    const history = [platelets('2025-03-01', 'a'), platelets('2025-03-10', 'c'), platelets('2025-03-10', 'b')];
    expect(
      earliestDates(history, '2025-03-11').platelets.reasons.map(({ sourceDonationId }) => sourceDonationId),
    ).toEqual(['b']);
  });

  it('stops after 24 platelet donations in twelve months, until the oldest of them is a year old', () => {
    const history = Array.from({ length: 24 }, (_, index) => platelets(addDays('2025-01-10', index * 14), `p${index}`));
    const on = addDays('2025-01-10', 23 * 14 + 20);
    const { date, reasons } = earliestDates(history, on).platelets;
    expect(date).toBe('2026-01-10');
    expect(reasons).toMatchObject([{ ruleId: 'INT-PP-N', sourceDonationId: 'p0', until: '2026-01-10', value: '24次' }]);
    expect(earliestDates(history.slice(1), on).platelets.date).toBe(on);
    expect(earliestDates(history, on, { specialMatching: true }).platelets.date).toBe('2026-01-10');
  });
});

describe('properties of the interval', () => {
  const on = '2025-06-01';
  const donation = fc.record({
    id: fc.uuid(),
    type: fc.constantFrom('whole_blood' as const, 'platelets' as const, 'stem_cells' as const),
    on: fc.integer({ min: 0, max: 900 }).map(days => addDays('2023-01-01', days)),
  });
  const histories = fc.array(donation, { maxLength: 40 });

  it('never brings the next date nearer by one more donation', () => {
    fc.assert(
      fc.property(histories, donation, (history, more) => {
        const [before, after] = [earliestDates(history, on), earliestDates([...history, more], on)];
        expect(after.whole_blood.date >= before.whole_blood.date).toBe(true);
        expect(after.platelets.date >= before.platelets.date).toBe(true);
      }),
    );
  });

  it('depends neither on the order of the history nor on the day of asking before that date', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 400 }), (history, days) => {
        const first = earliestDates(history, on);
        expect(earliestDates([...history].reverse(), on)).toEqual(first);
        const later = addDays(on, days);
        expect(earliestDates(history, later).platelets.date).toBe(laterOf(first.platelets.date, later));
      }),
    );
  });

  it('keeps whole blood six months from every whole blood donation, and says so', () => {
    fc.assert(
      fc.property(histories, history => {
        const { date, reasons } = earliestDates(history, on).whole_blood;
        for (const past of history.filter(({ type }) => type === 'whole_blood'))
          expect(date >= addMonths(past.on, 6)).toBe(true);
        expect(date).toBe(reasons[0]?.until ?? on);
      }),
    );
  });
});
