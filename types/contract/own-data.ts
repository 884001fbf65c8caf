import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { done, nothing } from './primitives';

export const exportMyData = endpoint({
  name: 'exportMyData',
  method: 'POST',
  path: '/api/me/data',
  summary: 'Everything that the pages show about the person in session, as one file (PIPL art. 45)',
  who: ['citizen'],
  input: nothing,
  /** `content`: JSON in UTF-8. */
  output: z.object({ fileName: z.string(), content: z.string() }),
  refusals: [],
});

export const leaveService = endpoint({
  name: 'leaveService',
  method: 'POST',
  path: '/api/me/leave',
  summary:
    'The person uses the service no more: accounts, bookings, messages, consents and phone number go; what a station must keep by law stays with it',
  who: ['citizen'],
  /** Said by a person, not assumed. */
  input: z.strictObject({ understood: z.literal(true, { error: 'not_understood' }) }),
  output: done,
  /** LEAVE_LATER: `details.why` is `visit` (at a site now) or `claim` (a waiver is not decided or not paid). */
  refusals: ['LEAVE_LATER'],
});
