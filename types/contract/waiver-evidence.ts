import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, instant, nothing, text, uuid } from './primitives';
import { signature } from './questionnaires';
import { claim, consentState, relation } from './waivers';

const paragraphs = z.array(z.string());

/** A question to the donor whose registers a claim wants to ask; read by nobody else. */
export const consentRequest = z.object({
  consentId: uuid,
  state: consentState,
  claimNumber: z.string(),
  /** As masked as on the claim. */
  patientMaskedName: z.string(),
  /** What the patient says to be of the person asked. */
  relation,
  hospitalName: z.string(),
  version: z.string(),
  title: z.string(),
  paragraphs,
  askedAt: instant,
  answeredAt: z.nullable(instant),
  validUntil: instant,
});

export const listConsentRequests = endpoint({
  name: 'listConsentRequests',
  method: 'GET',
  path: '/api/waivers/consents',
  summary: 'Claims that want to ask the registers about the person in session, open questions first',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(consentRequest) }),
  refusals: [],
});

export const answerConsentRequest = endpoint({
  name: 'answerConsentRequest',
  method: 'POST',
  path: '/api/waivers/consents/answer',
  summary: 'Agree or decline that registers are asked about the person in session for one claim',
  who: ['citizen'],
  input: z.strictObject({ consentId: uuid, version: text(1, 20), agree: z.boolean() }),
  output: consentRequest,
  /** STATE_CHANGED: answered already or the claim is over. CONSENT_VERSION_OLD: the text has changed; show the new one. */
  refusals: ['STATE_CHANGED', 'REQUEST_EXPIRED', 'CONSENT_VERSION_OLD'],
});

export const commitment = z.object({
  claimId: uuid,
  version: z.string(),
  title: z.string(),
  paragraphs,
  declaration: z.string(),
  /** Filled in for this claim: who promises what about whom. */
  statement: z.string(),
  /** The rule lets the letter alone prove this relation; otherwise a person looks after the signature. */
  sufficient: z.boolean(),
  signedAt: z.nullable(instant),
  /** SHA-256 over text, statement and strokes. */
  sha256: z.nullable(z.string()),
});

export const getCommitment = endpoint({
  name: 'getCommitment',
  method: 'GET',
  path: '/api/waivers/commitment',
  summary: 'The commitment letter (承诺书) of a claim that no register could prove, signed or not',
  who: ['citizen', 'reviewer'],
  input: z.strictObject({ claimId: uuid }),
  output: commitment,
  refusals: [],
});

export const signCommitment = endpoint({
  name: 'signCommitment',
  method: 'POST',
  path: '/api/waivers/commitment/sign',
  summary: 'Sign the commitment letter by hand on the screen; the claim is decided again with it',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid, version: text(1, 20), signature }),
  output: claim,
  /** SIGNATURE_TOO_SHORT: a dot is not a signature. */
  refusals: ['STATE_CHANGED', 'COMMITMENT_VERSION_OLD', 'SIGNATURE_TOO_SHORT'],
});

export const passToReviewer = endpoint({
  name: 'passToReviewer',
  method: 'POST',
  path: '/api/waivers/claims/pass',
  summary: 'No letter, or no waiting for the donor: a person looks at the claim',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid }),
  output: claim,
  refusals: ['STATE_CHANGED'],
});

export const withdrawClaim = endpoint({
  name: 'withdrawClaim',
  method: 'POST',
  path: '/api/waivers/claims/withdraw',
  summary: 'The claimant takes a claim back before it is decided',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid }),
  output: claim,
  refusals: ['STATE_CHANGED'],
});

export const linkedRelative = z.object({
  /** Names the link in startClaim. */
  linkId: uuid,
  donorMaskedName: z.string(),
  /** The person in session is this to the donor. */
  relation,
  provedOn: calendarDate,
  /** Last day on which a claim asks no register about the kinship; null where it is asked each time. */
  freshUntil: z.nullable(calendarDate),
});

export const listLinkedRelatives = endpoint({
  name: 'listLinkedRelatives',
  method: 'GET',
  path: '/api/waivers/relatives',
  summary:
    'Donors whose kinship with the person in session a register has proved: a claim names them without typing anything again',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(linkedRelative) }),
  refusals: [],
});
