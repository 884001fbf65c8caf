import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, done, instant, nothing, text, timeOfDay, uuid } from './primitives';

export const appointment = z.object({
  id: uuid,
  /** `held`: a place is kept for a short time and still has to be confirmed; it is no booking yet. */
  state: z.enum(['held', 'booked', 'checked_in', 'fulfilled', 'cancelled', 'no_show']),
  /** While `held`; null otherwise. The countdown ends at `until` by the server's clock. */
  hold: z.nullable(
    z.object({
      until: instant,
      serverTime: instant,
      /** True: offered to this person from the waiting list; releasing it passes the place on to the next. */
      offered: z.boolean(),
      /** How often it can still be made longer; 0 of an offer, for which others wait. */
      extensionsLeft: z.int(),
    }),
  ),
  type: bookableType,
  startsAt: instant,
  endsAt: instant,
  site: z.object({
    id: uuid,
    name: z.string(),
    address: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    phone: z.string(),
    bring: z.string(),
  }),
  questionnaire: z.enum(['missing', 'draft', 'submitted']),
  /** What the submitted answers came to; null before. Only after `clear` and `doctor` does a code for the arrival make sense. */
  questionnaireOutcome: z.nullable(z.enum(['clear', 'defer', 'doctor', 'stop'])),
  /** Why it is cancelled; null otherwise. `station`: the time fell away. */
  cancelledBy: z.nullable(z.enum(['donor', 'station', 'rules', 'visit'])),
  /** Name of the company or university whose place it is; null for a place of the public. */
  group: z.nullable(z.string()),
  canChange: z.boolean(),
});

const bookingRefusals = [
  /** Somebody took the last place; `details.nextFree` holds up to three other times at the site. */
  'SLOT_FULL',
  'SLOT_CLOSED',
  /** The interval or another rule forbids the date; `details.reasons` and `details.earliest` explain. */
  'NOT_ELIGIBLE',
  /** Less than the lead time ahead, or beyond the horizon. */
  'OUTSIDE_BOOKING_WINDOW',
] as const;

export const bookAppointment = endpoint({
  name: 'bookAppointment',
  method: 'POST',
  path: '/api/appointments/book',
  summary: 'Book one place at one time',
  who: ['citizen'],
  input: z.strictObject({ slotId: uuid, type: bookableType }),
  output: appointment,
  /** ALREADY_BOOKED: one open booking a donor; `details.appointmentId` names it. */
  refusals: [...bookingRefusals, 'ALREADY_BOOKED'],
});

export const holdSlot = endpoint({
  name: 'holdSlot',
  method: 'POST',
  path: '/api/appointments/hold',
  summary:
    'Keep one place for ten minutes while the donor looks through and confirms; takes the place of an own earlier hold',
  who: ['citizen'],
  /** `groupCode`: a place of that company's or university's group instead of a public one. */
  input: z.strictObject({ slotId: uuid, type: bookableType, groupCode: z.optional(text(4, 20)) }),
  output: appointment,
  /**
   * ALREADY_BOOKED: a booking or an offer from the waiting list is open; `details.appointmentId` names it.
   * GROUP_CODE_NOT_VALID: unknown, ended, or not for this time. GROUP_FULL: the group's places at this time are taken.
   */
  refusals: [...bookingRefusals, 'ALREADY_BOOKED', 'GROUP_CODE_NOT_VALID', 'GROUP_FULL'],
});

export const extendHold = endpoint({
  name: 'extendHold',
  method: 'POST',
  path: '/api/appointments/hold/extend',
  summary: 'Keep a held place for another ten minutes from now; possible ten times',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: appointment,
  /** HOLD_ENDED: the time is over, or it is no hold any more. NOT_EXTENDABLE: used up, or an offer. */
  refusals: ['HOLD_ENDED', 'NOT_EXTENDABLE'],
});

export const confirmHold = endpoint({
  name: 'confirmHold',
  method: 'POST',
  path: '/api/appointments/hold/confirm',
  summary: 'Make a booking of a held place, or of a place offered from the waiting list',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: appointment,
  refusals: ['HOLD_ENDED', 'NOT_ELIGIBLE'],
});

export const releaseHold = endpoint({
  name: 'releaseHold',
  method: 'POST',
  path: '/api/appointments/hold/release',
  summary:
    'Give a held place back, or decline an offer: the next on the waiting list gets it; done also when it had run out',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: done,
  /** NOT_CHANGEABLE: it is a booking by now; cancel it. */
  refusals: ['NOT_CHANGEABLE'],
});

export const moveAppointment = endpoint({
  name: 'moveAppointment',
  method: 'POST',
  path: '/api/appointments/move',
  summary: 'Move a booking to another time; the old place is kept until the new one is certain',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid, slotId: uuid }),
  output: appointment,
  refusals: [...bookingRefusals, 'NOT_CHANGEABLE'],
});

export const cancelAppointment = endpoint({
  name: 'cancelAppointment',
  method: 'POST',
  path: '/api/appointments/cancel',
  summary: 'Cancel a booking; possible until it starts',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: appointment,
  refusals: ['NOT_CHANGEABLE'],
});

export const listOtherTimes = endpoint({
  name: 'listOtherTimes',
  method: 'GET',
  path: '/api/appointments/other-times',
  summary:
    'For a booking that the station has cancelled: the nearest free times at the same site, then at sites nearby in the days after',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({
    items: z.array(
      z.object({
        slotId: uuid,
        type: bookableType,
        startsAt: instant,
        endsAt: instant,
        site: z.object({
          id: uuid,
          name: z.string(),
          kind: z.enum(['centre', 'house', 'vehicle']),
          address: z.string(),
        }),
        /** From where the cancelled booking was; 0 at the same site. */
        distanceMetres: z.int(),
      }),
    ),
  }),
  refusals: [],
});

export const listAppointments = endpoint({
  name: 'listAppointments',
  method: 'GET',
  path: '/api/appointments',
  summary: 'Bookings of the person in session: open ones first, then the latest ended ones',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(appointment) }),
  refusals: [],
});

export const findNextBooking = endpoint({
  name: 'findNextBooking',
  method: 'GET',
  path: '/api/appointments/next',
  summary:
    'The next donation: free times at the site, weekday and hour of the last one, from the first possible day on',
  who: ['citizen'],
  input: z.strictObject({ type: z.optional(bookableType) }),
  output: z.object({
    type: bookableType,
    /** First day that the rules allow; null when they allow none. */
    earliest: z.nullable(calendarDate),
    /** Where and when the last visit was; null without one: let the donor choose a site. */
    like: z.nullable(z.object({ siteId: uuid, siteName: z.string(), weekday: z.int(), time: timeOfDay })),
    /** Up to three, the best first. Empty when none is free, or when the day is beyond the horizon. */
    times: z.array(z.object({ slotId: uuid, startsAt: instant, endsAt: instant })),
    /** The day from which on the first possible day can be booked; null when it can be already. */
    opensOn: z.nullable(calendarDate),
    /** Input for `joinWaitlist`: the place is then offered as soon as the day opens. Null without `like` or `earliest`. */
    wish: z.nullable(
      z.object({
        siteId: uuid,
        type: bookableType,
        days: z.array(calendarDate),
        from: timeOfDay,
        to: timeOfDay,
      }),
    ),
  }),
  refusals: [],
});

export const getCalendarEntry = endpoint({
  name: 'getCalendarEntry',
  method: 'GET',
  path: '/api/appointments/calendar',
  summary:
    'A booking as a calendar entry: fields for the calendar of the host, text of an .ics file, and a link that gives the file for ten minutes',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
    location: z.string(),
    note: z.string(),
    /** Minutes before the start. */
    alarmMinutes: z.int(),
    fileName: z.string(),
    /** RFC 5545, lines ended by CRLF. */
    ics: z.string(),
    /** Path with a signed token, answered as text/calendar without a session; holds nothing personal. */
    link: z.string(),
  }),
  /** NOT_CHANGEABLE: cancelled or over. */
  refusals: ['NOT_CHANGEABLE'],
});
