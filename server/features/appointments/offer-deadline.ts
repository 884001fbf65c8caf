import { addDays, chinaDateTime, chinaInstant, type Instant } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { bookingWindow } from '@server/features/sites';

/** China time. At night nobody has to answer: minutes count from eight to nine in the evening. */
const day = { from: '08:00', to: '21:00' } as const;
/** Shorter than this nobody can be asked; the place stays with the public. */
const shortestMilliseconds = 10 * 60_000;

/** `minutes` of daytime after `at`. */
function afterDaytime(at: Instant, minutes: number): number {
  let left = minutes * 60_000;
  let { date } = chinaDateTime(at);
  let from = Math.max(Date.parse(at), Date.parse(chinaInstant(date, day.from)));
  for (;;) {
    const rest = Date.parse(chinaInstant(date, day.to)) - from;
    if (rest >= left) return from + left;
    left -= Math.max(0, rest);
    date = addDays(date, 1);
    from = Date.parse(chinaInstant(date, day.from));
  }
}

/**
 * Until when an offered place waits for its answer (AP-OFFER). Before a time that is near it is half of what is left until
 * bookings for it end, so that the next in line can be asked as well; undefined when that is too short to ask anybody.
 */
export function offerDeadline(now: Instant, startsAt: Instant): Instant | undefined {
  const minutes = getEdition('appointment', chinaDateTime(now).date).rules.offerMinutes.value;
  const lead = Date.parse(bookingWindow(now).from) - Date.parse(now);
  const left = Date.parse(startsAt) - lead - Date.parse(now);
  if (left / 2 < shortestMilliseconds) return undefined;
  const until = Math.min(afterDaytime(now, minutes), Date.parse(now) + left / 2);
  return new Date(until).toISOString();
}
