import { nextTimeOfDay } from './next-time-of-day';

describe('the next time of day', () => {
  it.each([
    ['before it', '2026-03-05T01:00:00.000Z', '2026-03-05T02:00:00.000Z'],
    ['at it', '2026-03-05T02:00:00.000Z', '2026-03-06T02:00:00.000Z'],
    ['after it', '2026-03-05T09:00:00.000Z', '2026-03-06T02:00:00.000Z'],
    ['in the night of China, when UTC is a day behind', '2026-03-04T17:00:00.000Z', '2026-03-05T02:00:00.000Z'],
  ])('%s', (_, now, next) => {
    expect(nextTimeOfDay(now, '10:00')).toBe(next);
  });
});
