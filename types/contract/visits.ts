import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { abo, bookableType, donationNumber, instant, nothing, rhd, sex, text, uuid, wholeNumber } from './primitives';
import { finding } from './questionnaires';

export const visitState = z.enum(['waiting', 'called', 'donating', 'done', 'left', 'deferred']);

export const getArrivalCode = endpoint({
  name: 'getArrivalCode',
  method: 'GET',
  path: '/api/visits/arrival-code',
  summary: 'The code that the donor shows at the counter; it holds no personal data and lives five minutes',
  who: ['citizen'],
  input: nothing,
  output: z.object({ text: z.string(), expiresAt: instant, serverTime: instant }),
  refusals: [],
});

export const staffVisit = z.object({
  id: uuid,
  number: z.string(),
  state: visitState,
  type: bookableType,
  maskedName: z.string(),
  sex,
  ageYears: z.int(),
  bloodGroup: z.nullable(z.object({ abo, rhd })),
  booked: z.boolean(),
  arrivedAt: instant,
  calledAt: z.nullable(instant),
  desk: z.nullable(z.string()),
  questionnaire: z.nullable(
    z.object({ outcome: z.enum(['clear', 'defer', 'doctor', 'stop']), findings: z.array(finding) }),
  ),
});

const mayNotDonate = [
  /** The donor's code is unknown, used by another person or too old: ask to show it anew. */
  'CODE_NOT_VALID',
  'ALREADY_CHECKED_IN',
  /** `details.reasons` and `details.earliest`. */
  'NOT_ELIGIBLE',
] as const;

export const checkIn = endpoint({
  name: 'checkIn',
  method: 'POST',
  path: '/api/visits/check-in',
  summary: 'Check a donor in by the code on the phone; gives the queue number',
  who: ['nurse'],
  input: z.strictObject({ code: text(10, 200), type: z.optional(bookableType) }),
  output: staffVisit,
  /** NO_APPOINTMENT: no booking here today; repeat with a type to admit as a walk-in. */
  refusals: [...mayNotDonate, 'NO_APPOINTMENT'],
});

export const listTodaysVisits = endpoint({
  name: 'listTodaysVisits',
  method: 'GET',
  path: '/api/visits/today',
  summary: "The nurse's list: who is expected, who waits, who has donated",
  who: ['nurse'],
  input: nothing,
  output: z.object({
    siteName: z.string(),
    expected: z.array(
      z.object({
        appointmentId: uuid,
        startsAt: instant,
        type: bookableType,
        maskedName: z.string(),
        questionnaire: z.enum(['missing', 'draft', 'submitted']),
      }),
    ),
    visits: z.array(staffVisit),
  }),
  refusals: [],
});

export const callVisit = endpoint({
  name: 'callVisit',
  method: 'POST',
  path: '/api/visits/call',
  summary: 'Call the next donor, or a given one, to a desk',
  who: ['nurse'],
  input: z.strictObject({ desk: text(1, 20), visitId: z.optional(uuid) }),
  output: staffVisit,
  refusals: ['NOBODY_WAITING', 'STATE_CHANGED'],
});

export const recordDonation = endpoint({
  name: 'recordDonation',
  method: 'POST',
  path: '/api/visits/record-donation',
  summary: 'Record the donation of a called donor; the certificate changes at once',
  who: ['nurse'],
  input: z.strictObject({
    visitId: uuid,
    donationNumber,
    volumeMl: z.optional(z.literal([200, 300, 400], { error: 'not_200_300_400' })),
    unitsTenths: z.optional(wholeNumber(10, 20)),
    abo: z.optional(abo),
    rhd: z.optional(rhd),
  }),
  output: z.object({ visit: staffVisit, donationId: uuid }),
  /**
   * AMOUNT_MISSING: whole blood needs ml, platelets need units. DONATION_NUMBER_USED: the bag's number stands on another donation.
   * QUESTIONNAIRE_MISSING: no signed questionnaire for today. BLOOD_GROUP_MISSING: a first donation needs the group.
   */
  refusals: [
    'STATE_CHANGED',
    'AMOUNT_MISSING',
    'DONATION_NUMBER_USED',
    'QUESTIONNAIRE_MISSING',
    'BLOOD_GROUP_MISSING',
    'NOT_ELIGIBLE',
  ],
});

export const deferVisit = endpoint({
  name: 'deferVisit',
  method: 'POST',
  path: '/api/visits/defer',
  summary: 'End a visit without donation, with the rule and the days to wait',
  who: ['nurse'],
  input: z.strictObject({ visitId: uuid, ruleId: text(1, 20), waitDays: wholeNumber(0, 3650) }),
  output: staffVisit,
  refusals: ['STATE_CHANGED', 'UNKNOWN_RULE'],
});

export const getMyVisit = endpoint({
  name: 'getMyVisit',
  method: 'GET',
  path: '/api/visits/mine',
  summary: 'Where the person in session stands in the queue today',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    visit: z.nullable(
      z.object({
        id: uuid,
        number: z.string(),
        state: visitState,
        siteName: z.string(),
        /** People in front; null when no longer waiting. */
        ahead: z.nullable(z.int()),
        /** Minutes, an estimate; null when no longer waiting. */
        estimateMinutes: z.nullable(z.int()),
        why: z.string(),
        desk: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: [],
});

export const getWaitingRoom = endpoint({
  name: 'getWaitingRoom',
  method: 'GET',
  path: '/api/visits/waiting-room',
  summary: 'Numbers for the screen in the waiting room: nothing about people',
  who: roles,
  input: z.strictObject({ siteId: uuid }),
  output: z.object({
    siteName: z.string(),
    calling: z.array(z.object({ number: z.string(), desk: z.string(), calledAt: instant })),
    waiting: z.array(z.string()),
    serverTime: instant,
  }),
  refusals: [],
});
