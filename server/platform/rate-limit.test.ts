import { settableClock } from './clock';
import { createRateLimit } from './rate-limit';

describe('rate limit', () => {
  it('lets the rate through, says how long to wait, and recovers with time', () => {
    const clock = settableClock('2026-03-05T01:00:00.000Z');
    const limit = createRateLimit(clock);
    const taken = Array.from({ length: 60 }, () => limit.take('a', 60));
    expect(taken.every(wait => wait === 0)).toBe(true);
    expect(limit.take('a', 60)).toBe(1);
    expect(limit.take('b', 60)).toBe(0);
    clock.advance(1);
    expect(limit.take('a', 60)).toBe(0);
    expect(limit.take('a', 60)).toBe(1);
  });

  it('forgets the oldest caller rather than grow without end', () => {
    const limit = createRateLimit(settableClock('2026-03-05T01:00:00.000Z'), 2);
    limit.take('a', 1);
    limit.take('b', 1);
    limit.take('c', 1);
    expect(limit.take('a', 1)).toBe(0);
    expect(limit.take('c', 1)).toBeGreaterThan(0);
  });
});
