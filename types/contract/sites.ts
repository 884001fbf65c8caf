import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { bookableType, calendarDate, instant, queryDecimal, queryNumber, text, timeOfDay, uuid } from './primitives';
import { needLevel, neededGroup } from './needs';

/** Where a vehicle stands on a day. GCJ-02 degrees, as WeChat and Alipay maps use. */
const place = z.object({ address: z.string(), latitude: z.number(), longitude: z.number() });

export const site = z.object({
  id: uuid,
  name: z.string(),
  kind: z.enum(['centre', 'house', 'vehicle']),
  city: z.string(),
  /** Of a vehicle: the place of `placeOn`. */
  ...place.shape,
  phone: z.string(),
  types: z.array(bookableType),
  chairs: z.int(),
  openingHours: z.array(z.object({ weekday: z.int(), opens: timeOfDay, closes: timeOfDay })),
  /** What is really open today, after sessions and closures; `closure` is the reason when a closure shuts it. */
  today: z.object({
    hours: z.array(z.object({ opens: timeOfDay, closes: timeOfDay })),
    closure: z.nullable(z.string()),
  }),
  /** The day for which address and position of a vehicle hold; null when the site does not move. */
  placeOn: z.nullable(calendarDate),
  /** Metres from the asked position; null without one. */
  distanceMetres: z.nullable(z.int()),
  nextFreeAt: z.nullable(instant),
  bring: z.string(),
});

export const listSites = endpoint({
  name: 'listSites',
  method: 'GET',
  path: '/api/sites',
  summary: 'Donation sites, nearest first when a position is given',
  who: roles,
  input: z.strictObject({
    city: z.optional(text(1, 40)),
    type: z.optional(bookableType),
    latitude: z.optional(queryDecimal(-90, 90)),
    longitude: z.optional(queryDecimal(-180, 180)),
    limit: z.optional(queryNumber(1, 100)),
  }),
  output: z.object({ items: z.array(site), cities: z.array(z.string()) }),
  refusals: [],
});

export const getSite = endpoint({
  name: 'getSite',
  method: 'GET',
  path: '/api/sites/detail',
  summary: 'One donation site: coming days on which it is shut, the places of its vehicle, blood groups in need there',
  who: roles,
  input: z.strictObject({ siteId: uuid }),
  output: z.object({
    ...site.shape,
    /** Of the next thirty days. */
    closures: z.array(z.object({ on: calendarDate, reason: z.string() })),
    /** Of a vehicle: its published sessions of the next thirty days; else empty. */
    stops: z.array(z.object({ on: calendarDate, opens: timeOfDay, closes: timeOfDay, ...place.shape })),
    /** Groups that the station wants, welcomes or needs more of, the most urgent first. */
    needs: z.array(z.object({ group: neededGroup, level: needLevel })),
  }),
  refusals: [],
});

export const listSlots = endpoint({
  name: 'listSlots',
  method: 'GET',
  path: '/api/sites/slots',
  summary: 'Exact free times of a site on one day, with the days that have any, for the blood group of who asks',
  who: roles,
  input: z.strictObject({ siteId: uuid, type: bookableType, on: z.optional(calendarDate) }),
  output: z.object({
    on: calendarDate,
    days: z.array(z.object({ on: calendarDate, free: z.int() })),
    slots: z.array(
      z.object({
        id: uuid,
        startsAt: instant,
        endsAt: instant,
        /** What this person may book: with the places kept for groups in need, when theirs is one. */
        free: z.int(),
        /** Of these, kept for the blood group of who asks. */
        keptForYou: z.int(),
      }),
    ),
    /** Where it is on that day; of a site that does not move, its address. */
    place,
  }),
  refusals: [],
});
