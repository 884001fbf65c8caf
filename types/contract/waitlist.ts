import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, done, instant, nothing, timeOfDay, uuid } from './primitives';

/** Somebody who waits for a place. Offered places go by time of joining, to the first whom the rules allow that day and place. */
export const waitlistEntry = z.object({
  id: uuid,
  /** `offered`: a place is held for this person; see `appointmentId`. `ended`: booked, left, or the last day is past. */
  state: z.enum(['waiting', 'offered', 'ended']),
  site: z.object({ id: uuid, name: z.string() }),
  type: bookableType,
  days: z.array(calendarDate),
  /** Starts from … up to and including …, China time. */
  from: timeOfDay,
  to: timeOfDay,
  joinedAt: instant,
  /** People who joined earlier for the same site, type and any of these days. */
  ahead: z.int(),
  /** The held appointment that is offered now; `confirmHold` accepts, `releaseHold` declines. */
  appointmentId: z.nullable(uuid),
  /** First day on which an offer is possible: days beyond the booking horizon open later. */
  offersFrom: calendarDate,
});

export const joinWaitlist = endpoint({
  name: 'joinWaitlist',
  method: 'POST',
  path: '/api/waitlist/join',
  summary: 'Wait for a place at a site on some days between two times of day; also for days that cannot be booked yet',
  who: ['citizen'],
  input: z
    .strictObject({
      siteId: uuid,
      type: bookableType,
      days: z
        .array(calendarDate)
        .check(z.minLength(1, { error: 'too_small' }), z.maxLength(14, { error: 'too_large' })),
      from: timeOfDay,
      to: timeOfDay,
    })
    .check(z.refine(({ from, to }) => from <= to, { error: 'before_the_start', path: ['to'] })),
  output: waitlistEntry,
  /**
   * ALREADY_WAITING: one entry a person; leave it first. ALREADY_BOOKED: move or cancel the booking instead.
   * PLACES_FREE: nobody needs to wait; `details.nextFree` names up to three times. NOT_ELIGIBLE: on none of the days.
   * OUTSIDE_BOOKING_WINDOW: a day is past or over a year ahead.
   */
  refusals: ['ALREADY_WAITING', 'ALREADY_BOOKED', 'PLACES_FREE', 'NOT_ELIGIBLE', 'OUTSIDE_BOOKING_WINDOW'],
});

export const leaveWaitlist = endpoint({
  name: 'leaveWaitlist',
  method: 'POST',
  path: '/api/waitlist/leave',
  summary: 'Stop waiting; a place that is offered goes to the next',
  who: ['citizen'],
  input: z.strictObject({ entryId: uuid }),
  output: done,
  refusals: [],
});

export const listWaitlist = endpoint({
  name: 'listWaitlist',
  method: 'GET',
  path: '/api/waitlist',
  summary: 'What the person in session waits for, and what was offered',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(waitlistEntry) }),
  refusals: [],
});
