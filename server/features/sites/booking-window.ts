import { addDays, chinaInstant, toChinaDate, type CalendarDate, type Instant } from '@rules/calendar';
import { getEdition } from '@rules/edition';

export interface BookingWindow {
  /** Earliest start that can still be booked. */
  readonly from: Instant;
  readonly lastDay: CalendarDate;
  /** First instant after the last day. */
  readonly before: Instant;
}

/** Lead time and horizon of the edition in force (AP-NEAR, AP-FAR). */
export function bookingWindow(now: Instant): BookingWindow {
  const today = toChinaDate(now);
  const { bookableMinutesAhead, bookableDaysAhead } = getEdition('appointment', today).rules;
  const lastDay = addDays(today, bookableDaysAhead.value);
  return {
    from: new Date(Date.parse(now) + bookableMinutesAhead.value * 60_000).toISOString(),
    lastDay,
    before: chinaInstant(addDays(lastDay, 1), '00:00'),
  };
}
