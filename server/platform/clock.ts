import type { CalendarDate, Instant } from '@rules/calendar';
import { toChinaDate } from '@rules/calendar';

/** The only source of now. Tests and the demo set it; nothing else calls `Date.now()` for business time. */
export interface Clock {
  now(): Instant;
  /** Today in Asia/Shanghai. */
  today(): CalendarDate;
  /** Milliseconds since 1970, UTC. */
  millis(): number;
}

export const toInstant = (millis: number): Instant => new Date(millis).toISOString();
/** Earlier for a negative number. */
export const plusSeconds = (at: Instant, seconds: number): Instant => toInstant(Date.parse(at) + seconds * 1000);

function clockFrom(millis: () => number): Clock {
  return { millis, now: () => toInstant(millis()), today: () => toChinaDate(toInstant(millis())) };
}

export const systemClock: Clock = clockFrom(() => Date.now());

/** Runs at the ordinary pace from another start: for demonstrations and journeys, never in production. */
export function clockStartingAt(start: Instant): Clock {
  const offset = Date.parse(start) - Date.now();
  return clockFrom(() => Date.now() + offset);
}

/** A clock that stands still until it is moved. */
export interface SettableClock extends Clock {
  set(at: Instant): void;
  advance(seconds: number): void;
}

export function settableClock(start: Instant): SettableClock {
  let at = Date.parse(start);
  return {
    ...clockFrom(() => at),
    set(instant) {
      at = Date.parse(instant);
    },
    advance(seconds) {
      at += seconds * 1000;
    },
  };
}
