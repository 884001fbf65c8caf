import type { Clock } from './clock';

export interface RateLimit {
  /** Seconds to wait, or 0 when the call may go on. */
  take(key: string, perMinute: number): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Token buckets in this process. With several copies each copy allows the rate on its own;
 * the balancer in front keeps a caller on one copy (docs/operations.md).
 */
export function createRateLimit(clock: Clock, maxKeys = 50_000): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, perMinute) {
      const now = clock.millis();
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: now };
      bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000);
      bucket.at = now;
      // Oldest first: a flood of keys cannot grow the table without end.
      buckets.delete(key);
      if (buckets.size >= maxKeys) buckets.delete(buckets.keys().next().value ?? key);
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 60) / perMinute);
      bucket.tokens -= 1;
      return 0;
    },
  };
}
