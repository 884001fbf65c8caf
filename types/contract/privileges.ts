import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { cursor, done, instant, nothing, page, text, uuid, wholeNumber } from './primitives';

export const privilegeScope = z.enum(['transit', 'park', 'hospital']);

export const getPrivilege = endpoint({
  name: 'getPrivilege',
  method: 'GET',
  path: '/api/privileges/mine',
  summary: 'Is the person in session entitled to the 三免 privilege, and what is missing',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    entitled: z.boolean(),
    suspended: z.boolean(),
    awardCountTenths: z.int(),
    neededTenths: z.int(),
    scopes: z.array(privilegeScope),
    clause: z.string(),
  }),
  refusals: [],
});

/** Another number than before: another phone has been the donor's since, and what this one kept for later opens nothing. */
const deviceTurn = z.int();

export const mintPrivilegeCode = endpoint({
  name: 'mintPrivilegeCode',
  method: 'POST',
  path: '/api/privileges/code',
  summary: 'A live code (form A): 60 seconds, drawn anew every 30',
  who: ['citizen'],
  input: z.strictObject({ scope: privilegeScope }),
  output: z.object({
    text: z.string(),
    issuedAt: instant,
    expiresAt: instant,
    redrawAfterSeconds: z.int(),
    deviceTurn,
    serverTime: instant,
  }),
  refusals: ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED'],
});

/** Codes for the minutes ahead, for hosts that cannot keep a key; each is an ordinary live code of one minute. */
export const mintCodeBatch = endpoint({
  name: 'mintCodeBatch',
  method: 'POST',
  path: '/api/privileges/batch',
  summary: 'Live codes in advance, one a minute (interim form B), for mini-programs without a network',
  who: ['citizen'],
  input: z.strictObject({ scope: privilegeScope, minutes: wholeNumber(1, 120) }),
  output: z.object({
    codes: z.array(z.object({ text: z.string(), issuedAt: instant, expiresAt: instant })),
    deviceTurn,
    serverTime: instant,
  }),
  refusals: ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED'],
});

/** 32 bytes in base64url. */
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, { error: 'wrong_format' }));

export const registerDeviceKey = endpoint({
  name: 'registerDeviceKey',
  method: 'POST',
  path: '/api/privileges/device-key',
  summary: 'Binds a key that never leaves the phone for a day: the credential of offline codes (form B)',
  who: ['citizen'],
  input: z.strictObject({ publicKey: z.strictObject({ x: coordinate, y: coordinate }) }),
  output: z.object({
    /** Token signed by the issuer, base64url; goes into each code as it is. */
    credential: z.string(),
    expiresAt: instant,
    redrawAfterSeconds: z.int(),
    deviceTurn,
    serverTime: instant,
  }),
  refusals: ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED', 'DEVICE_COOLING'],
});

export const issuePrivilegeCard = endpoint({
  name: 'issuePrivilegeCard',
  method: 'POST',
  path: '/api/privileges/card',
  summary: 'A printed code for a donor without a phone, for staffed desks only; the card before it ends',
  who: ['nurse', 'operator'],
  input: z.strictObject({ certificateNumber: text(4, 40) }),
  output: z.object({ text: z.string(), expiresAt: instant, maskedName: z.string() }),
  refusals: ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED'],
});

export const revokePrivilegeCard = endpoint({
  name: 'revokePrivilegeCard',
  method: 'POST',
  path: '/api/privileges/card/revoke',
  summary: 'Ends the card of a donor who lost it',
  who: ['nurse', 'operator'],
  input: z.strictObject({ certificateNumber: text(4, 40), reason: text(4, 200) }),
  output: done,
  refusals: [],
});

export const getRevocationList = endpoint({
  name: 'getRevocationList',
  method: 'GET',
  path: '/api/privileges/revocations',
  summary: 'Revoked day credentials and cards, signed, for gates that decide alone',
  who: roles,
  input: nothing,
  output: z.object({
    version: z.int(),
    count: z.int(),
    /** COSE_Sign1 by a list key, base64url. */
    cose: z.string(),
  }),
  refusals: [],
});

export const withdrawSigningKey = endpoint({
  name: 'withdrawSigningKey',
  method: 'POST',
  path: '/api/privileges/keys/withdraw',
  summary: 'Emergency: takes a key out of the key set, which gets a higher version; another key signs at once',
  who: ['operator'],
  input: z.strictObject({
    kid: z.string().check(z.regex(/^[0-9a-f]{4}$/, { error: 'wrong_format' })),
    reason: text(4, 200),
  }),
  output: z.object({ version: z.int() }),
  refusals: [],
});

export const listPrivilegeUses = endpoint({
  name: 'listPrivilegeUses',
  method: 'GET',
  path: '/api/privileges/uses',
  summary: "The donor's own log of uses",
  who: ['citizen'],
  input: z.strictObject({ cursor: z.optional(cursor) }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      gateName: z.string(),
      city: z.string(),
      scope: privilegeScope,
      result: z.enum(['green', 'amber', 'red']),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});

export const getKeySet = endpoint({
  name: 'getKeySet',
  method: 'GET',
  path: '/api/privileges/key-set',
  summary: 'Public keys that verify codes and receipts, signed by the root key as an ES256 JWT',
  who: roles,
  input: nothing,
  output: z.object({
    version: z.int(),
    jwt: z.string(),
    /** The same content for gates: COSE_Sign1 by the root key over a COSE_KeySet, base64url. */
    cose: z.string(),
    rootKey: z.object({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      kid: z.string(),
      x: z.string(),
      y: z.string(),
    }),
  }),
  refusals: [],
});

export const suspendPrivilege = endpoint({
  name: 'suspendPrivilege',
  method: 'POST',
  path: '/api/privileges/suspend',
  summary: 'Suspend or restore the privilege of a donor at once',
  who: ['operator'],
  input: z.strictObject({ certificateNumber: text(4, 40), suspended: z.boolean(), reason: text(4, 200) }),
  output: done,
  refusals: [],
});
