import { sameDayOnlyUntil } from './no-show-rule';

const today = '2026-03-05';

describe('missed bookings', () => {
  it.each([
    ['none', [], undefined],
    ['two', ['2026-03-01', '2026-02-01'], undefined],
    ['three within 90 days, thirty days from the last', ['2026-02-10', '2026-03-01', '2026-02-20'], '2026-03-31'],
    ['three on the edge of 90 days', ['2025-12-01', '2026-02-20', '2026-03-01'], '2026-03-31'],
    ['three over 91 days', ['2025-11-30', '2026-02-20', '2026-03-01'], undefined],
    ['three long ago', ['2025-01-01', '2025-01-10', '2025-01-20'], undefined],
    ['three whose last day of penalty is today', ['2026-01-01', '2026-02-01', '2026-02-04'], '2026-03-06'],
    ['three whose penalty ended today', ['2026-01-01', '2026-02-01', '2026-02-03'], undefined],
  ])('%s', (_what, missed, until) => {
    expect(sameDayOnlyUntil(missed, today)).toBe(until);
  });
});
