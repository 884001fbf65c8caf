import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { cursor, done, instant, nothing, page, text, uuid } from './primitives';

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
    serverTime: instant,
  }),
  refusals: ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED'],
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
    rootKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
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
