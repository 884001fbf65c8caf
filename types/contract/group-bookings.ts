import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { bookableType, instant, nothing, text, uuid, wholeNumber } from './primitives';

/** Eight letters and digits, typed or scanned; case, spaces and hyphens do not matter. */
const code = text(4, 20);

const groupTime = z.object({
  slotId: uuid,
  startsAt: instant,
  endsAt: instant,
  /** Places kept for the group at this time, and how many of them members have. */
  places: z.int(),
  taken: z.int(),
});

/** Places at some times kept for a company or university. Only counts: who booked, nobody learns from it. */
export const groupBooking = z.object({
  id: uuid,
  name: z.string(),
  siteId: uuid,
  siteName: z.string(),
  type: bookableType,
  state: z.enum(['open', 'released']),
  /** At this instant places that no member has taken open to everybody, the waiting list first. */
  releaseAt: instant,
  times: z.array(groupTime),
});

export const createGroupBooking = endpoint({
  name: 'createGroupBooking',
  method: 'POST',
  path: '/api/group-bookings/create',
  summary:
    'Keep places at some times of one site for a company or university; gives the codes for members and for the organiser',
  who: ['nurse', 'operator'],
  input: z.strictObject({
    siteId: uuid,
    type: bookableType,
    name: text(2, 60),
    times: z
      .array(z.strictObject({ slotId: uuid, places: wholeNumber(1, 60) }))
      .check(z.minLength(1, { error: 'too_small' }), z.maxLength(40, { error: 'too_large' })),
    releaseAt: instant,
  }),
  output: z.object({ group: groupBooking, memberCode: z.string(), organiserCode: z.string() }),
  /** SLOT_FULL: fewer places are free than asked; `details.slotId`. RELEASE_TOO_LATE: not before the first of the times, or past. */
  refusals: ['SLOT_FULL', 'SLOT_CLOSED', 'RELEASE_TOO_LATE'],
});

export const listGroupBookings = endpoint({
  name: 'listGroupBookings',
  method: 'GET',
  path: '/api/group-bookings',
  summary: 'Groups of the own station, those to come first, with their codes to pass on again',
  who: ['nurse', 'operator'],
  input: nothing,
  output: z.object({
    items: z.array(z.object({ group: groupBooking, memberCode: z.string(), organiserCode: z.string() })),
  }),
  refusals: [],
});

export const releaseGroupBooking = endpoint({
  name: 'releaseGroupBooking',
  method: 'POST',
  path: '/api/group-bookings/release',
  summary: 'End a group before its time: places that no member has taken open to everybody; bookings of members stay',
  who: ['nurse', 'operator'],
  input: z.strictObject({ groupId: uuid }),
  output: groupBooking,
  refusals: ['ALREADY_RELEASED'],
});

/** POST, because the code is a secret and a URL is none. */
export const openGroupBooking = endpoint({
  name: 'openGroupBooking',
  method: 'POST',
  path: '/api/group-bookings/open',
  summary: 'What a member may choose from: the times of the group; book with holdSlot and the same code',
  who: ['visitor', 'citizen'],
  input: z.strictObject({ memberCode: code }),
  output: groupBooking,
  refusals: ['GROUP_CODE_NOT_VALID'],
});

export const countGroupBooking = endpoint({
  name: 'countGroupBooking',
  method: 'POST',
  path: '/api/group-bookings/count',
  summary: 'For the organiser: how many places are taken at each time, and nothing about people',
  who: roles,
  input: z.strictObject({ organiserCode: code }),
  output: groupBooking,
  refusals: ['GROUP_CODE_NOT_VALID'],
});
