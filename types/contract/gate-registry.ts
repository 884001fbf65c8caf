import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { cursor, done, instant, nothing, page, text, uuid, wholeNumber } from './primitives';
import { privilegeScope } from './privileges';

const degrees = (limit: number) =>
  z
    .number({ error: 'not_a_number' })
    .check(z.gte(-limit, { error: 'too_small' }), z.lte(limit, { error: 'too_large' }));
/** Where it stands, so that two uses far apart are noticed. */
const position = z.strictObject({ latitude: degrees(90), longitude: degrees(180) });

/** What a gate sends as its machine id. */
const gateCode = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/, { error: 'wrong_format' }));

export const registerGate = endpoint({
  name: 'registerGate',
  method: 'POST',
  path: '/api/gates/register',
  summary: 'Puts a gate into the registry; its secret is in this answer and never shown again',
  who: ['operator'],
  input: z.strictObject({
    code: gateCode,
    name: text(2, 60),
    /** Who runs it: a bus company, a park, a hospital. */
    operatorName: text(2, 60),
    kind: privilegeScope,
    city: text(2, 20),
    /** Line, park or department, as people call it. */
    place: text(1, 60),
    scopes: z.array(privilegeScope).check(z.minLength(1, { error: 'missing' }), z.maxLength(3, { error: 'too_many' })),
    /** Gates of one entrance, between which a donor does not walk; alone when left out. */
    groupCode: z.optional(gateCode),
    staffed: z.boolean(),
    position: z.nullable(position),
  }),
  output: z.object({ gateId: uuid, code: z.string(), secret: z.string() }),
  refusals: ['GATE_CODE_TAKEN'],
});

export const listGates = endpoint({
  name: 'listGates',
  method: 'GET',
  path: '/api/gates/registry',
  summary: 'Gates by code, with the state of their credentials and what they still have to be looked at for',
  who: ['operator'],
  input: z.strictObject({ cursor: z.optional(cursor) }),
  output: page(
    z.object({
      gateId: uuid,
      code: z.string(),
      name: z.string(),
      operatorName: z.string(),
      kind: privilegeScope,
      city: z.string(),
      place: z.string(),
      scopes: z.array(privilegeScope),
      groupCode: z.string(),
      staffed: z.boolean(),
      active: z.boolean(),
      /** Until when the secret before the last rotation still works; null when it does not. */
      oldSecretUntil: z.nullable(instant),
      lastScanAt: z.nullable(instant),
      /** Uses of the last 30 days that were uploaded later and should not have been let in. */
      flagged: z.int(),
    }),
  ),
  refusals: ['BAD_CURSOR'],
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
  input: nothing,
  output: z.object({ serverTime: instant }),
  refusals: [],
});

export const listFlaggedUses = endpoint({
  name: 'listFlaggedUses',
  method: 'GET',
  path: '/api/gates/flagged',
  summary: 'Uses that were uploaded later and should not have been let in, newest first; donors by masked name',
  who: ['operator'],
  input: z.strictObject({ cursor: z.optional(cursor) }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      gateName: z.string(),
      city: z.string(),
      reason: z.enum(['replay', 'interval', 'speed', 'revoked', 'unknown', 'early', 'expired', 'scope']),
      maskedName: z.nullable(z.string()),
      /** Of this donor in 30 days. */
      times: wholeNumber(0, 100_000),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});
