import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { done, instant, nothing, text } from './primitives';

/** Each purpose has its own switch (separate consent, PIPL art. 29) and can be withdrawn as easily as given. */
export const consentPurpose = z.enum([
  'service_terms',
  'health_answers',
  'kinship_lookup',
  'invoice_lookup',
  'recruitment_messages',
  'inpatient_care',
  'bank_account',
]);

export const listConsents = endpoint({
  name: 'listConsents',
  method: 'GET',
  path: '/api/consents',
  summary: 'Every purpose for which data may be used, with the state of the consent',
  who: ['visitor', 'citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        purpose: consentPurpose,
        title: z.string(),
        why: z.string(),
        version: z.string(),
        required: z.boolean(),
        granted: z.boolean(),
        decidedAt: z.nullable(instant),
      }),
    ),
  }),
  refusals: [],
});

export const decideConsent = endpoint({
  name: 'decideConsent',
  method: 'POST',
  path: '/api/consents/decide',
  summary: 'Give or withdraw one consent',
  who: ['visitor', 'citizen'],
  input: z.strictObject({ purpose: consentPurpose, version: text(1, 20), granted: z.boolean() }),
  output: done,
  /** CONSENT_VERSION_OLD: the text has changed since the page was opened; show the new one. */
  refusals: ['CONSENT_VERSION_OLD'],
});
