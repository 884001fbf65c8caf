import * as z from 'zod/mini';
import { isMobile } from '@rules/identifiers';
import { endpoint, roles } from './endpoint';
import { boundBy, me } from './identity';
import { done, identityDocument, instant, nothing, personName, text, uuid } from './primitives';

const mobile = text(1, 20).check(z.refine(isMobile, { error: 'not_a_mobile_number' }));
const digits = (count: number, word: string) =>
  z.string().check(z.regex(new RegExp(`^\\d{${count}}$`), { error: word }));

/** The population register knows identity cards only; with another document the counter links the account. */
const idCard = identityDocument.check(
  z.check(({ value, issues }) => {
    if (value.docType !== 'id_card')
      issues.push({ code: 'custom', input: value.docType, path: ['docType'], message: 'only_id_card' });
  }),
);

export const sendBindCode = endpoint({
  name: 'sendBindCode',
  method: 'POST',
  path: '/api/me/bind/code',
  summary:
    'Send six digits by SMS to prove a phone number, to bind with it or to change to it; the same answer for every number',
  who: ['visitor', 'citizen'],
  input: z.strictObject({ phone: mobile }),
  /** `expiresAt`: until when the digits work. `againAt`: from when another SMS may be asked for. */
  output: z.object({ expiresAt: instant, againAt: instant, serverTime: instant }),
  /**
   * CODE_SENT_JUST_NOW: `details.retryAfterSeconds`. CODES_USED_UP: five a day for the account and for the number.
   * SMS_UNAVAILABLE: the provider did not take it; nothing was sent.
   */
  refusals: ['CODE_SENT_JUST_NOW', 'CODES_USED_UP', 'SMS_UNAVAILABLE'],
});

export const readDemoCode = endpoint({
  name: 'readDemoCode',
  method: 'POST',
  path: '/api/demo/phone-code',
  summary: 'The digits that last reached a phone of the demonstration; answers only while the simulators are on',
  who: roles,
  input: z.strictObject({ phone: mobile }),
  output: z.object({ code: z.nullable(z.string()) }),
  refusals: ['SIMULATORS_OFF'],
});

export const bindByRegister = endpoint({
  name: 'bindByRegister',
  method: 'POST',
  path: '/api/me/bind/register',
  summary:
    'Bind the account of somebody who never gave blood: name and identity card match the population register, the phone is proved by SMS',
  who: ['visitor'],
  input: z.strictObject({
    name: personName,
    document: idCard,
    phone: mobile,
    code: digits(6, 'not_six_digits'),
    /** The person has agreed that the population register is asked about them. */
    agreed: z.literal(true, { error: 'not_agreed' }),
  }),
  output: me,
  /**
   * PHONE_CODE_NOT_VALID: wrong, too old, used, or of another number. BIND_TRIES_USED_UP: five tries a day.
   * NOT_BOUND_THIS_WAY: one answer for "the register does not confirm it" and "this person is known here already": bind with a
   * donation number, in 浙里办, or at the counter. REGISTER_UNAVAILABLE: the register did not answer; the same digits still work.
   * PHONE_OF_TOO_MANY: four people have bound with this number.
   */
  refusals: [
    'PHONE_CODE_NOT_VALID',
    'BIND_TRIES_USED_UP',
    'NOT_BOUND_THIS_WAY',
    'REGISTER_UNAVAILABLE',
    'PHONE_OF_TOO_MANY',
  ],
});

export const makeAccountCode = endpoint({
  name: 'makeAccountCode',
  method: 'POST',
  path: '/api/me/account-code',
  summary:
    'Eight digits that the donor shows at the counter, where staff link this account to the document; ten minutes, once',
  who: ['visitor', 'citizen'],
  input: nothing,
  output: z.object({ code: z.string(), expiresAt: instant, serverTime: instant }),
  refusals: [],
});

export const listLinkedAccounts = endpoint({
  name: 'listLinkedAccounts',
  method: 'GET',
  path: '/api/me/accounts',
  summary: 'The accounts in which the record of the person in session shows: since when, and by what proof',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: uuid,
        host: z.enum(['wechat', 'alipay', 'zheliban']),
        /** Null, as `boundBy`: bound before the way was kept. */
        since: z.nullable(instant),
        boundBy: z.nullable(boundBy),
        /** A weak proof that no longer counts: the account shows nothing until it is proved anew. */
        lapsed: z.boolean(),
        /** The account that asks. */
        current: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

export const unlinkAccount = endpoint({
  name: 'unlinkAccount',
  method: 'POST',
  path: '/api/me/accounts/unlink',
  summary: 'Take one account off the person in session: its sessions end at once, and the person is told elsewhere',
  who: ['citizen'],
  input: z.strictObject({ accountId: uuid }),
  output: done,
  /** PROOF_TOO_WEAK: an account bound by the register alone takes off no other than itself. */
  refusals: ['PROOF_TOO_WEAK'],
});

export const linkAccount = endpoint({
  name: 'linkAccount',
  method: 'POST',
  path: '/api/identity/link-account',
  summary: 'Counter staff link the account whose code the donor shows to the person whose document they hold',
  who: ['nurse'],
  input: z.strictObject({
    code: digits(8, 'not_eight_digits'),
    name: personName,
    document: identityDocument,
    sawDocument: z.literal(true, { error: 'document_not_seen' }),
  }),
  output: z.object({
    person: z.object({ maskedName: z.string(), maskedDocument: z.string() }),
    host: z.enum(['wechat', 'alipay', 'zheliban']),
    /** The account was this person's before; it counts as proved at the counter now. */
    wasBound: z.boolean(),
  }),
  /**
   * ACCOUNT_CODE_NOT_VALID: wrong, too old or used. PERSON_NOT_MATCHED: register the person first (`registerAtCounter`), or name
   * and number do not belong together. ACCOUNT_OF_ANOTHER: the account is bound to somebody else and stays so.
   */
  refusals: ['ACCOUNT_CODE_NOT_VALID', 'PERSON_NOT_MATCHED', 'ACCOUNT_OF_ANOTHER'],
});
