import * as z from 'zod/mini';
import { isMobile } from '@rules/identifiers';
import { endpoint } from './endpoint';
import {
  calendarDate,
  cursor,
  done,
  identityDocument,
  instant,
  nothing,
  page,
  personName,
  queryNumber,
  sex,
  text,
  uuid,
} from './primitives';
import { helpGrant } from './on-behalf';

/** Said by a person, not assumed: anything else than `true` is refused. */
const said = (word: string) => z.literal(true, { error: word });
const person = z.object({ maskedName: z.string(), maskedDocument: z.string() });

/** A session in somebody's name: 15 minutes, no refresh, ends with the helper's own session. */
const helpSession = z.object({
  accessToken: z.string(),
  accessExpiresAt: instant,
  /** For a countdown on a device whose clock is wrong. */
  lifeSeconds: z.int(),
  person,
});

export const openAssist = endpoint({
  name: 'openAssist',
  method: 'POST',
  path: '/api/identity/assist',
  summary: 'Counter staff act for a donor who stands in front of them: whole document and name, never a part of it',
  who: ['nurse'],
  input: z.strictObject({ name: personName, document: identityDocument, agreed: said('donor_not_asked') }),
  output: helpSession,
  /** PERSON_NOT_MATCHED does not say which of name and number is wrong, nor whether the person is in the register. */
  refusals: ['PERSON_NOT_MATCHED'],
});

export const registerAtCounter = endpoint({
  name: 'registerAtCounter',
  method: 'POST',
  path: '/api/identity/register',
  summary: 'Put a person into the register whose document the staff hold in their hands',
  who: ['nurse'],
  input: z.strictObject({
    name: personName,
    document: identityDocument,
    /** Asked for when the document does not tell: passports and permits. */
    sex: z.optional(sex),
    birthDate: z.optional(calendarDate),
    phone: z.optional(text(1, 20).check(z.refine(isMobile, { error: 'not_a_mobile_number' }))),
    sawDocument: said('document_not_seen'),
  }),
  output: z.object({ person, isNew: z.boolean() }),
  /** PERSON_NOT_MATCHED: the number stands in the register under another name. */
  refusals: ['PERSON_NOT_MATCHED'],
});

export const endAssist = endpoint({
  name: 'endAssist',
  method: 'POST',
  path: '/api/identity/assist/end',
  summary: 'End acting for somebody; with the session in their name, or with the own session of the helper',
  who: ['citizen', 'nurse'],
  input: nothing,
  output: done,
  refusals: [],
});

export const makeDelegationCode = endpoint({
  name: 'makeDelegationCode',
  method: 'POST',
  path: '/api/identity/delegation-code',
  summary: 'A code of eight digits that lets one relative act for the person in session; works once, ten minutes',
  who: ['citizen'],
  input: z.strictObject({ grants: z.array(helpGrant).check(z.maxLength(3, { error: 'too_many' })) }),
  output: z.object({ code: z.string(), expiresAt: instant, grants: z.array(helpGrant) }),
  /**
   * TOO_MANY_DELEGATIONS: five relatives already; end one first. PROOF_TOO_WEAK: an account that was bound by the register and a phone
   * only gives nobody a right, and takes none: no document was seen.
   */
  refusals: ['TOO_MANY_DELEGATIONS', 'PROOF_TOO_WEAK'],
});

const delegation = z.object({
  id: uuid,
  /** The other side: who acts, or for whom. */
  maskedName: z.string(),
  grants: z.array(helpGrant),
  since: instant,
  until: instant,
});

export const acceptDelegation = endpoint({
  name: 'acceptDelegation',
  method: 'POST',
  path: '/api/identity/delegations/accept',
  summary: "Become somebody's helper with their code and name",
  who: ['citizen'],
  input: z.strictObject({
    name: personName,
    code: z.string().check(z.regex(/^\d{8}$/, { error: 'not_eight_digits' })),
  }),
  output: delegation,
  /** CODE_NOT_VALID: wrong, too old, used, or another name. CODE_TRIES_USED_UP: five wrong tries. OWN_CODE: nobody is their own relative. */
  refusals: ['CODE_NOT_VALID', 'CODE_TRIES_USED_UP', 'OWN_CODE', 'TOO_MANY_DELEGATIONS', 'PROOF_TOO_WEAK'],
});

export const listDelegations = endpoint({
  name: 'listDelegations',
  method: 'GET',
  path: '/api/identity/delegations',
  summary: 'Who may act for the person in session, and for whom they may act',
  who: ['citizen'],
  input: nothing,
  output: z.object({ forMe: z.array(delegation), byMe: z.array(delegation) }),
  refusals: [],
});

export const endDelegation = endpoint({
  name: 'endDelegation',
  method: 'POST',
  path: '/api/identity/delegations/end',
  summary: 'Either side ends it; sessions open under it end at once',
  who: ['citizen'],
  input: z.strictObject({ delegationId: uuid }),
  output: done,
  refusals: [],
});

export const openDelegated = endpoint({
  name: 'openDelegated',
  method: 'POST',
  path: '/api/identity/delegations/open',
  summary: 'A relative acts for the donor who gave them the code',
  who: ['citizen'],
  input: z.strictObject({ delegationId: uuid }),
  output: helpSession,
  refusals: ['DELEGATION_ENDED', 'PROOF_TOO_WEAK'],
});

export const listHelp = endpoint({
  name: 'listHelp',
  method: 'GET',
  path: '/api/identity/help',
  summary: 'Who acted for the person in session, when, and what they did; newest first',
  who: ['citizen'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 50)) }),
  output: page(
    z.object({
      id: uuid,
      kind: z.enum(['staff', 'relative']),
      /** Station of the staff, or the masked name of the relative. */
      by: z.string(),
      openedAt: instant,
      endedAt: z.nullable(instant),
      acts: z.array(z.object({ action: z.string(), at: instant, outcome: z.string() })),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});
