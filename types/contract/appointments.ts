import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, instant, nothing, uuid } from './primitives';
import { nextDate, ruleReason } from './certificates';

export const getEligibility = endpoint({
  name: 'getEligibility',
  method: 'GET',
  path: '/api/eligibility',
  summary: 'May the person in session donate this type on this day, and why',
  who: ['citizen'],
  input: z.strictObject({ type: bookableType, on: calendarDate }),
  output: z.object({
    verdict: z.enum(['yes', 'not_before', 'no', 'doctor']),
    date: z.nullable(calendarDate),
    reasons: z.array(ruleReason),
    nextDates: z.array(nextDate),
  }),
  refusals: [],
});

export const appointment = z.object({
  id: uuid,
  state: z.enum(['booked', 'checked_in', 'fulfilled', 'cancelled', 'no_show']),
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
