import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPeriod,
  addYears,
  chinaDateTime,
  chinaInstant,
  compareDates,
  completedYears,
  daysBetween,
  isCalendarDate,
  laterOf,
  toChinaDate,
} from './calendar';

const anyDate = fc.integer({ min: -50_000, max: 50_000 }).map(days => addDays('1990-01-01', days));

describe('calendar days in China', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '23:59'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23', '00:00'],
    // China kept summer time in 1988; the service deliberately does not.
    ['1988-07-01T16:30:00.000Z', '1988-07-02', '00:30'],
  ])('reads %s as %s %s', (instant, date, time) => {
    expect(chinaDateTime(instant)).toEqual({ date, time });
    expect(toChinaDate(instant)).toBe(date);
  });

  it('turns a date and a time in China into an instant and back', () => {
    expect(chinaInstant('2026-11-22', '07:59')).toBe('2026-11-21T23:59:00.000Z');
    expect(chinaDateTime(chinaInstant('2024-02-29', '00:00'))).toEqual({ date: '2024-02-29', time: '00:00' });
  });

  it.each(['24:00', '8:00', '12:60', ''])('refuses %p as a time of day', time => {
    expect(() => chinaInstant('2026-11-22', time)).toThrow(RangeError);
  });

  it.each([
    ['2025-01-15', 6, '2025-07-15'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-01-31', -2, '2024-11-30'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2025-01-01', -1, '2024-12-01'],
  ])('puts %s plus %i months on %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('ends a year after 29 February on 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it.each([
    ['day', '2025-03-04'],
    ['week', '2025-03-22'],
    ['month', '2025-06-01'],
    ['year', '2028-03-01'],
  ] as const)('counts three of the unit %s', (unit, expected) => {
    expect(addPeriod('2025-03-01', { value: 3, unit })).toBe(expected);
  });

  it.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2004-02-29', '2022-02-27', 17],
    ['2004-02-29', '2022-02-28', 18],
  ])('counts the years of someone born on %s on %s', (birthDate, on, years) => {
    expect(completedYears(birthDate, on)).toBe(years);
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-04-31', false],
    ['2025-1-1', false],
    ['2025-01-01 ', false],
    ['１２３４-01-01', false],
    ['0000-01-01', false],
  ])('says of %p whether it is a date: %p', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it('refuses to reckon with what is no date', () => {
    expect(() => addDays('yesterday', 1)).toThrow(RangeError);
  });

  it('orders dates', () => {
    expect([
      compareDates('2025-01-01', '2025-01-02'),
      compareDates('2025-01-02', '2025-01-01'),
      compareDates('2025-01-01', '2025-01-01'),
    ]).toEqual([-1, 1, 0]);
    expect([laterOf('2025-01-01', '2025-01-02'), laterOf('2025-01-03', '2025-01-02')]).toEqual([
      '2025-01-02',
      '2025-01-03',
    ]);
  });

  it('adds and measures days alike', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('never moves a later date before an earlier one by adding months', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: 0, max: 120 }), (a, b, months) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
      }),
    );
  });
});
