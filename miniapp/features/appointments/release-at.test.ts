import { releaseAt } from './release-at';

it('gives free what a group has not taken in the afternoon of an earlier day, China time', () => {
  expect(releaseAt('2026-03-12T01:00:00.000Z', '1')).toBe('2026-03-11T09:00:00.000Z');
  // Half past midnight in China is still the day before in UTC.
  expect(releaseAt('2026-03-11T16:30:00.000Z', '3')).toBe('2026-03-09T09:00:00.000Z');
});
