import { addDays, chinaInstant, toChinaDate, type Instant } from '@rules/calendar';

/** The next instant after `now` at which clocks in China show this time. */
export function nextTimeOfDay(now: Instant, time: string): Instant {
  const today = chinaInstant(toChinaDate(now), time);
  return today > now ? today : chinaInstant(addDays(toChinaDate(now), 1), time);
}
