import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import {
  bookableType,
  calendarDate,
  done,
  instant,
  queryNumber,
  text,
  timeOfDay,
  uuid,
  wholeNumber,
} from './primitives';

/** Chairs and staff of one donation type; no chairs: not offered. Walk-in places are part of what both can serve. */
const capacityPlan = z.strictObject({
  chairs: wholeNumber(0, 60),
  staff: wholeNumber(0, 60),
  walkIns: wholeNumber(0, 60),
});

const plan = z.strictObject({
  opens: timeOfDay,
  closes: timeOfDay,
  wholeBlood: capacityPlan,
  platelets: capacityPlan,
  /** Per cent of the bookable places of each time kept for blood groups in need, rounded up. */
  reservedPercent: wholeNumber(0, 100),
  /** Hours before each time at which the kept places open to everybody. */
  releaseHours: wholeNumber(0, 720),
  /** Where a vehicle stands that day, GCJ-02; null: the address of the site. */
  place: z.nullable(
    z.strictObject({
      address: text(2, 200),
      latitude: z
        .number({ error: 'not_a_number' })
        .check(z.gte(-90, { error: 'too_small' }), z.lte(90, { error: 'too_large' })),
      longitude: z
        .number({ error: 'not_a_number' })
        .check(z.gte(-180, { error: 'too_small' }), z.lte(180, { error: 'too_large' })),
    }),
  ),
});

export const donationSession = z.object({
  id: uuid,
  siteId: uuid,
  on: calendarDate,
  state: z.enum(['draft', 'published', 'cancelled']),
  version: z.int(),
  plan,
  /** Why it was cancelled. */
  reason: z.nullable(z.string()),
  /** Per type: places of one time that can be booked, and of all times; people booked; walk-ins taken. */
  totals: z.array(
    z.object({
      type: bookableType,
      times: z.int(),
      places: z.int(),
      booked: z.int(),
      heldForGroups: z.int(),
      walkIns: z.int(),
      walkInsTaken: z.int(),
    }),
  ),
  /** Donors who would hear of a change or a cancellation. */
  donorsBooked: z.int(),
  updatedAt: instant,
});

export const closure = z.object({ id: uuid, siteId: uuid, on: calendarDate, reason: z.string() });

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Donation sessions, closures and sites of the own station, by default of seven days',
  who: ['nurse', 'operator'],
  input: z.strictObject({
    siteId: z.optional(uuid),
    from: calendarDate,
    days: z.optional(queryNumber(1, 31)),
  }),
  output: z.object({
    /** Of the own station; for a single site, its city. */
    city: z.string(),
    sites: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        kind: z.enum(['centre', 'house', 'vehicle']),
        types: z.array(bookableType),
      }),
    ),
    sessions: z.array(donationSession),
    closures: z.array(closure),
  }),
  refusals: [],
});

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/api/sessions/detail',
  summary: 'One donation session of the own station',
  who: ['nurse', 'operator'],
  input: z.strictObject({ sessionId: uuid }),
  output: z.object({
    session: donationSession,
    site: z.object({
      id: uuid,
      name: z.string(),
      kind: z.enum(['centre', 'house', 'vehicle']),
      types: z.array(bookableType),
    }),
  }),
  refusals: [],
});

/** SESSION_CHANGED: somebody else changed it since it was read; read it again. */
const changing = ['SESSION_CHANGED', 'SESSION_OVER'] as const;

export const planSession = endpoint({
  name: 'planSession',
  method: 'POST',
  path: '/api/sessions/plan',
  summary: 'Drafts a session from the opening hours and chairs of the site; nobody sees it yet',
  who: ['nurse', 'operator'],
  input: z.strictObject({ siteId: uuid, on: calendarDate }),
  output: donationSession,
  /** SESSION_OVER: the day is past. */
  refusals: ['SESSION_OVER', 'TOO_FAR_AHEAD'],
});

export const publishSession = endpoint({
  name: 'publishSession',
  method: 'POST',
  path: '/api/sessions/publish',
  summary: 'Publishes a draft: its times can be booked',
  who: ['nurse', 'operator'],
  input: z.strictObject({ sessionId: uuid, version: wholeNumber(1, 1_000_000) }),
  output: donationSession,
  /** SESSIONS_OVERLAP: another published session of the site covers part of it; DAY_CLOSED: a closure shuts the day. */
  refusals: [...changing, 'SESSIONS_OVERLAP', 'DAY_CLOSED', 'NO_TIMES'],
});

export const changeSession = endpoint({
  name: 'changeSession',
  method: 'POST',
  path: '/api/sessions/change',
  summary: 'Changes a draft or a published session; fewer places than are booked only when the last to book are moved',
  who: ['nurse', 'operator'],
  input: z.strictObject({
    sessionId: uuid,
    version: wholeNumber(1, 1_000_000),
    plan,
    /** Said after DONORS_BOOKED: cancel or inform those, with other times. */
    tellDonors: z.optional(z.boolean()),
    /**
     * Said after PLACES_BOOKED: places that nobody has confirmed go first, then the bookings made last; those donors are told and
     * offered the nearest free times, as after a cancelled session.
     */
    moveDonors: z.optional(z.boolean()),
  }),
  output: donationSession,
  /**
   * PLACES_BOOKED: `details.times` name times that stay but have more taken than the new plan has places (`startsAt`, `type`,
   * `booked`, `places`, `donors`: bookings that would be moved), `details.donors` all of them; repeat with `moveDonors`. With
   * `moveDonors` it means that `details.times` hold donors who are here already.
   * DONORS_BOOKED: times fall away, or the place moves, for `details.donors` people; repeat with `tellDonors`.
   */
  refusals: [...changing, 'SESSIONS_OVERLAP', 'NO_TIMES', 'PLACES_BOOKED', 'DONORS_BOOKED'],
});

export const cancelSession = endpoint({
  name: 'cancelSession',
  method: 'POST',
  path: '/api/sessions/cancel',
  summary: 'Cancels a session; every booked donor is told and offered the nearest free times',
  who: ['nurse', 'operator'],
  input: z.strictObject({ sessionId: uuid, version: wholeNumber(1, 1_000_000), reason: text(2, 100) }),
  output: donationSession,
  refusals: [...changing],
});

export const addClosure = endpoint({
  name: 'addClosure',
  method: 'POST',
  path: '/api/sessions/closures/add',
  summary: 'Shuts a site on some days; sessions of these days are cancelled and their donors told',
  who: ['nurse', 'operator'],
  input: z.strictObject({
    siteId: uuid,
    from: calendarDate,
    to: calendarDate,
    reason: text(2, 100),
    tellDonors: z.optional(z.boolean()),
  }),
  output: z.object({ closures: z.array(closure), cancelledSessions: z.int(), donorsTold: z.int() }),
  /** DONORS_BOOKED: `details.donors` people have booked; repeat with `tellDonors`. */
  refusals: ['SESSION_OVER', 'DONORS_BOOKED'],
});

export const removeClosure = endpoint({
  name: 'removeClosure',
  method: 'POST',
  path: '/api/sessions/closures/remove',
  summary: 'Opens a day again; its sessions come from the opening hours or are planned anew',
  who: ['nurse', 'operator'],
  input: z.strictObject({ closureId: uuid }),
  output: done,
  refusals: [],
});
