import * as z from 'zod/mini';
import { isMobile } from '@rules/identifiers';
import { endpoint } from './endpoint';
import { done, nothing, text, uuid } from './primitives';

export const getMyPhone = endpoint({
  name: 'getMyPhone',
  method: 'GET',
  path: '/api/me/phone',
  summary: 'The number to which messages of the person in session go, in part',
  who: ['citizen'],
  input: nothing,
  output: z.object({ maskedPhone: z.nullable(z.string()) }),
  refusals: [],
});

export const changePhone = endpoint({
  name: 'changePhone',
  method: 'POST',
  path: '/api/me/phone',
  summary:
    'Another number for the person in session, proved by the digits of `sendBindCode`; staff at a counter need none',
  who: ['citizen'],
  input: z.strictObject({
    phone: text(1, 20).check(z.refine(isMobile, { error: 'not_a_mobile_number' })),
    code: z.optional(z.string().check(z.regex(/^\d{6}$/, { error: 'not_six_digits' }))),
  }),
  output: z.object({ maskedPhone: z.string() }),
  /**
   * PHONE_CODE_NOT_VALID: wrong, too old, used, or of another number. PHONE_OF_TOO_MANY: four other people have this number.
   * PROOF_TOO_WEAK: an account bound by the register keeps the number that was proved with it.
   */
  refusals: ['PHONE_CODE_NOT_VALID', 'PHONE_OF_TOO_MANY', 'PROOF_TOO_WEAK'],
});

export const listPreferredSites = endpoint({
  name: 'listPreferredSites',
  method: 'GET',
  path: '/api/me/sites',
  summary: 'Where the person in session likes to give, in the order of choosing',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(z.object({ siteId: uuid, name: z.string(), city: z.string() })) }),
  refusals: [],
});

export const preferSite = endpoint({
  name: 'preferSite',
  method: 'POST',
  path: '/api/me/sites',
  summary: 'Put a site among those where the person in session likes to give, or take it out',
  who: ['citizen'],
  input: z.strictObject({ siteId: uuid, preferred: z.boolean() }),
  output: done,
  /** TOO_MANY_SITES: `details.most`. */
  refusals: ['TOO_MANY_SITES'],
});
