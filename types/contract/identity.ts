import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { done, instant, nothing, sex, text, uuid } from './primitives';

export const session = z.object({
  accessToken: z.string(),
  /** Instant at which the access token stops working: about 15 minutes ahead. */
  accessExpiresAt: instant,
  /** Works once; the answer of the refresh holds the next one. */
  refreshToken: z.string(),
  role: z.enum(roles),
});

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sessions/sign-in',
  summary: 'Sign in with what the host app gave the page: a WeChat or Alipay code, or a ticket of 浙里办',
  who: roles,
  input: z.discriminatedUnion('host', [
    z.strictObject({ host: z.literal('wechat'), code: text(1, 512) }),
    z.strictObject({ host: z.literal('alipay'), code: text(1, 512) }),
    z.strictObject({
      host: z.literal('zheliban'),
      ticket: text(1, 512),
      /** `ticket` came in the URL (single sign-on A), `ticketId` from the bridge (unified sign-on B): not interchangeable. */
      kind: z.enum(['ticket', 'ticketId']),
    }),
  ]),
  output: session,
  /** HOST_REFUSED: the host did not accept the code (used or too old). HOST_UNAVAILABLE: it did not answer. */
  refusals: ['HOST_REFUSED', 'HOST_UNAVAILABLE'],
});

export const signInStaff = endpoint({
  name: 'signInStaff',
  method: 'POST',
  path: '/api/sessions/sign-in-staff',
  summary: 'Staff sign in with account and password',
  who: roles,
  input: z.strictObject({
    account: text(3, 40),
    password: z.string().check(z.minLength(8, { error: 'too_short' }), z.maxLength(200, { error: 'too_long' })),
  }),
  output: session,
  refusals: ['WRONG_PASSWORD'],
});

export const refreshSession = endpoint({
  name: 'refreshSession',
  method: 'POST',
  path: '/api/sessions/refresh',
  summary: 'Exchange a refresh token for the next pair; a token that comes twice revokes the whole session',
  who: roles,
  input: z.strictObject({ refreshToken: text(20, 200) }),
  output: session,
  refusals: ['SESSION_REVOKED'],
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/sessions/sign-out',
  summary: 'End this session, or every session of the account',
  who: ['visitor', 'citizen', 'nurse', 'clerk', 'reviewer', 'operator', 'gate'],
  input: z.strictObject({ everywhere: z.optional(z.boolean()) }),
  output: done,
  refusals: [],
});

/** How an account's person was proved. `register`: by the population register and a phone only; staff have seen no document. */
export const boundBy = z.enum(['zheliban', 'donation_number', 'counter', 'register']);

export const me = z.object({
  role: z.enum(roles),
  /** Null: not bound, or bound before the way was kept. */
  boundBy: z.nullable(boundBy),
  /**
   * The account was bound by `register` and the person has since been seen with their document elsewhere: it is a visitor again
   * until it is proved by donation number, 浙里办 or at the counter.
   */
  proofLapsed: z.boolean(),
  host: z.nullable(z.enum(['wechat', 'alipay', 'zheliban'])),
  person: z.nullable(z.object({ id: uuid, maskedName: z.string(), maskedDocument: z.string(), sex })),
  staff: z.nullable(z.object({ displayName: z.string(), organizationName: z.string(), siteId: z.nullable(uuid) })),
});

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in',
  who: ['visitor', 'citizen', 'nurse', 'clerk', 'reviewer', 'operator', 'gate'],
  input: nothing,
  output: me,
  refusals: [],
});

export const listPersonas = endpoint({
  name: 'listPersonas',
  method: 'GET',
  path: '/api/demo/personas',
  summary: 'Demonstration people to sign in as; answers only while the simulators are on',
  who: roles,
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        story: z.string(),
        role: z.enum(roles),
        host: z.nullable(z.enum(['wechat', 'alipay', 'zheliban'])),
        /** Page to open after the sign-in, without leading slash. */
        startPage: z.string(),
      }),
    ),
  }),
  refusals: ['SIMULATORS_OFF'],
});

export const issuePersonaCode = endpoint({
  name: 'issuePersonaCode',
  method: 'POST',
  path: '/api/demo/persona-code',
  summary: 'Let the simulator of the host app (or the staff desk) issue what the ordinary sign-in then takes',
  who: roles,
  input: z.strictObject({ personaId: text(1, 40) }),
  output: z.discriminatedUnion('via', [
    z.object({ via: z.literal('host'), host: z.enum(['wechat', 'alipay']), code: z.string() }),
    z.object({ via: z.literal('zheliban'), ticket: z.string(), kind: z.enum(['ticket', 'ticketId']) }),
    z.object({ via: z.literal('staff'), account: z.string(), password: z.string() }),
  ]),
  refusals: ['SIMULATORS_OFF'],
});
