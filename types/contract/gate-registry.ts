import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, cursor, done, instant, page, queryNumber, text, uuid, wholeNumber } from './primitives';
import { placePosition, placeType, privilegeCity, registryChange } from './privilege-places';
import { privilegeScope } from './privileges';

/** What a gate sends as its machine id. */
const gateCode = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/, { error: 'wrong_format' }));

const where = {
  name: text(2, 60),
  /** Who runs it: a bus company, a park, a hospital. */
  operatorName: text(2, 60),
  /** Left out: bus, park or hospital, after the kind. */
  type: z.optional(placeType),
  city: privilegeCity,
  /** Line, park or department, as people call it. */
  place: text(1, 60),
  /** Where donors find it on the list of places. */
  placeId: z.optional(uuid),
  scopes: z.array(privilegeScope).check(z.minLength(1, { error: 'missing' }), z.maxLength(3, { error: 'too_many' })),
  /** Gates of one entrance, between which a donor does not walk; alone when left out. */
  groupCode: z.optional(gateCode),
  staffed: z.boolean(),
  /** So that two uses far apart are noticed. */
  position: z.nullable(placePosition),
};

export const registerGate = endpoint({
  name: 'registerGate',
  method: 'POST',
  path: '/api/gates/register',
  summary: 'Puts a gate into the registry; its secret is in this answer and never shown again',
  who: ['operator'],
  input: z.strictObject({
    code: gateCode,
    kind: privilegeScope,
    ...where,
  }),
  output: z.object({ gateId: uuid, code: z.string(), secret: z.string() }),
  /** NOT_GRANTED_THERE: the rules of the city do not grant the privilege at such places. */
  refusals: ['GATE_CODE_TAKEN', 'NOT_GRANTED_THERE'],
});

export const changeGate = endpoint({
  name: 'changeGate',
  method: 'POST',
  path: '/api/gates/change',
  summary: 'Corrects name, place, scopes, staff or position of a gate; its code and kind stay',
  who: ['operator'],
  input: z.strictObject({ gateId: uuid, ...where }),
  output: done,
  refusals: ['NOT_GRANTED_THERE'],
});

const gateShown = {
  gateId: uuid,
  code: z.string(),
  name: z.string(),
  operatorName: z.string(),
  kind: privilegeScope,
  /** Null for gates that were registered before it was asked for. */
  type: z.nullable(placeType),
  city: z.string(),
  place: z.string(),
  placeId: z.nullable(uuid),
  scopes: z.array(privilegeScope),
  groupCode: z.string(),
  staffed: z.boolean(),
  position: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
  active: z.boolean(),
  /** Until when the secret before the last rotation still works; null when it does not. */
  oldSecretUntil: z.nullable(instant),
  lastScanAt: z.nullable(instant),
  /** Scan, upload or pull of keys, whichever was last. */
  lastSeenAt: z.nullable(instant),
  /** Uses of the last 30 days that were uploaded later and should not have been let in. */
  flagged: z.int(),
};

export const listGates = endpoint({
  name: 'listGates',
  method: 'GET',
  path: '/api/gates/registry',
  summary: 'Gates by code, with the state of their credentials and what they still have to be looked at for',
  who: ['operator'],
  input: z.strictObject({
    city: z.optional(privilegeCity),
    /** Part of code, name, operator or place. */
    search: z.optional(text(1, 40)),
    cursor: z.optional(cursor),
  }),
  output: page(z.object(gateShown)),
  refusals: ['BAD_CURSOR'],
});

export const getGate = endpoint({
  name: 'getGate',
  method: 'GET',
  path: '/api/gates/one',
  summary: 'One gate: what it last pulled, its answers of 30 days by result, who changed what and when',
  who: ['operator'],
  input: z.strictObject({ gateId: uuid }),
  output: z.object({
    ...gateShown,
    registeredAt: instant,
    /** What it holds, by its own word, beside what there is. */
    keySet: z.object({ held: z.nullable(z.string()), current: z.string() }),
    /** When the revocation list that it holds was made. */
    listAt: z.nullable(instant),
    results: z.object({ green: z.int(), amber: z.int(), red: z.int() }),
    history: z.array(registryChange),
  }),
  refusals: [],
});

export const rotateGateSecret = endpoint({
  name: 'rotateGateSecret',
  method: 'POST',
  path: '/api/gates/rotate',
  summary: 'A new secret; the old one works for a week more, or ends at once when it may be in wrong hands',
  who: ['operator'],
  input: z.strictObject({ gateId: uuid, endOldNow: z.boolean() }),
  output: z.object({ code: z.string(), secret: z.string(), oldSecretUntil: z.nullable(instant) }),
  refusals: ['GATE_OFF'],
});

export const switchGate = endpoint({
  name: 'switchGate',
  method: 'POST',
  path: '/api/gates/switch',
  summary: 'Takes a gate out of service at once, or back into it',
  who: ['operator'],
  input: z.strictObject({ gateId: uuid, active: z.boolean(), reason: text(4, 200) }),
  output: done,
  refusals: [],
});

/** More than a queue of ten minutes at a turnstile. */
const UPLOAD_MAX = 50;

export const uploadGateUses = endpoint({
  name: 'uploadGateUses',
  method: 'POST',
  path: '/api/gates/upload',
  summary: 'What a gate let in on its own; the same request id is the same use, however often it is sent',
  who: ['gate'],
  input: z.strictObject({
    uses: z
      .array(
        z.strictObject({
          /** The one of the online try, when there was one: the server may have said yes to a gate that no longer listened. */
          requestId: text(8, 64),
          /** As it was read: the server proves the signature itself and believes no gate. */
          code: z.string().check(z.minLength(1, { error: 'too_short' }), z.maxLength(400, { error: 'too_long' })),
          /** By the clock of the gate. */
          at: instant,
        }),
      )
      .check(z.minLength(1, { error: 'missing' }), z.maxLength(UPLOAD_MAX, { error: 'too_many' })),
  }),
  output: z.object({
    results: z.array(
      z.object({
        requestId: z.string(),
        /**
         * `recorded`: in order. `known`: was recorded before. `flagged`: should not have been let in, kept for a look.
         * `refused`: no code of ours, or the request id of another one; nothing was kept.
         */
        outcome: z.enum(['recorded', 'known', 'flagged', 'refused']),
      }),
    ),
    serverTime: instant,
  }),
  refusals: [],
});

export const inspectUse = endpoint({
  name: 'inspectUse',
  method: 'GET',
  path: '/api/gates/inspect',
  summary: 'What staff at the gate may compare with the person in front of them, for a minute after the scan',
  who: ['gate'],
  input: z.strictObject({ requestId: text(8, 64) }),
  output: z.object({
    maskedName: z.string(),
    result: z.enum(['green', 'amber']),
    scopes: z.array(privilegeScope),
    /** Printed: to be compared with the holder's document. */
    card: z.boolean(),
    at: instant,
    shownUntil: instant,
  }),
  refusals: ['NOT_SHOWN'],
});

/** For the state line of a gate that works alone, and for its clock. */
export const getGateTime = endpoint({
  name: 'getGateTime',
  method: 'GET',
  path: '/api/gates/time',
  summary: 'Time of the service, which a gate takes over before it decides alone',
  who: ['gate'],
  input: z.strictObject({
    /** What the gate holds, so that the registry can tell who works with old keys. */
    keySetVersion: z.optional(queryNumber(0, 1_000_000_000)),
    listVersion: z.optional(queryNumber(0, 10_000_000_000)),
  }),
  output: z.object({ serverTime: instant }),
  refusals: [],
});

export const listFlaggedUses = endpoint({
  name: 'listFlaggedUses',
  method: 'GET',
  path: '/api/gates/flagged',
  summary:
    'Uses that were uploaded later and should not have been let in, newest first; of one gate also those that staff were asked to look at. Donors by masked name',
  who: ['operator'],
  input: z.strictObject({ gateId: z.optional(uuid), cursor: z.optional(cursor) }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      gateId: uuid,
      gateName: z.string(),
      city: z.string(),
      /** Let in without a network; otherwise staff were asked to look. */
      alone: z.boolean(),
      flagged: z.boolean(),
      reason: z.enum(['replay', 'interval', 'speed', 'review', 'revoked', 'unknown', 'early', 'expired', 'scope']),
      maskedName: z.nullable(z.string()),
      /** Of this donor in 30 days. */
      times: wholeNumber(0, 100_000),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});

export const listLooks = endpoint({
  name: 'listLooks',
  method: 'GET',
  path: '/api/gates/looks',
  summary:
    'Uses of one day in the whole province at which staff were asked to look, newest first; donors under a name of that day alone',
  who: ['operator'],
  input: z.strictObject({
    /** Today when left out; nothing is left of what is more than 30 days ago. */
    day: z.optional(calendarDate),
    cursor: z.optional(cursor),
  }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      gateId: uuid,
      gateName: z.string(),
      city: z.string(),
      reason: z.enum(['interval', 'speed', 'review']),
      /** The same for all uses of a donor on this day, and another on every other day. */
      alias: z.string(),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});
