import { createHash, createHmac } from 'node:crypto';
import { checkDocument, isMobile, normalizeDocumentNumber } from '@rules/identifiers';
import type { DocType } from '@rules/vocabulary';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import type { Zheliban, ZhelibanConfig, ZhelibanSignIn, ZhelibanTicket, ZhelibanVerified } from './port';

interface Keys {
  accessKey: string;
  secretKey: string;
}

/** What `X-BG-HMAC-SIGNATURE` holds. The body is not signed; the last line end is part of the text. */
export const signGatewayCall = (
  call: { method: string; path: string; query?: Record<string, string>; date: string },
  { accessKey, secretKey }: Keys,
): string => {
  const pairs = Object.entries(call.query ?? {}).map(
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
  );
  const text = [call.method, call.path, pairs.sort().join('&'), accessKey, call.date, ''].join('\n');
  return createHmac('sha256', secretKey).update(text, 'utf8').digest('base64');
};

/** `sign` in the form of the personal sign-on; `time` is yyyyMMddHHmmss in Beijing. */
export const signPersonalCall = ({ accessKey, secretKey }: Keys, time: string): string =>
  createHash('md5')
    .update(accessKey + secretKey + time, 'utf8')
    .digest('hex');

const beijingStamp = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');

// Fields come as text, as numbers, as null or not at all, depending on the tenant.
const field = z
  .union([z.string(), z.number()])
  .nullish()
  .transform(value => String(value ?? '').trim())
  .catch('');

const personalTicketReply = z.object({ result: field, token: field });
const personalReply = z.object({
  result: field,
  userid: field,
  authlevel: field,
  idtype: field,
  username: field,
  idnum: field,
  passport: field,
  permitlicense: field,
  taiwanlicense: field,
  officerlicense: field,
  greencard: field,
  mobile: field,
});
const unifiedTokenReply = z.object({
  errorCode: field,
  data: z.object({ accessToken: field }).nullish(),
});
const unifiedReply = z.object({
  errorCode: field,
  data: z
    .object({
      userType: field,
      personInfo: z
        .object({
          userId: field,
          userName: field,
          idType: field,
          idNo: field,
          phone: field,
          attributes: z.object({ authLevel: field, authlevel: field }).nullish().catch(undefined),
        })
        .nullish(),
    })
    .nullish(),
});

const PERSONAL_DOCUMENTS: Record<string, [DocType, keyof z.infer<typeof personalReply>]> = {
  '1': ['id_card', 'idnum'],
  '2': ['passport', 'passport'],
  '3': ['officer_card', 'officerlicense'],
  '4': ['hk_macau_permit', 'permitlicense'],
  '5': ['taiwan_permit', 'taiwanlicense'],
  '6': ['permanent_resident', 'greencard'],
};

const UNIFIED_DOCUMENTS: Record<string, DocType> = {
  ID_CARD: 'id_card',
  PASSPORT: 'passport',
  FOREIGN_PASSPORT: 'passport',
  DIPLOMACY_PASSPORT: 'passport',
  OFFICIAL_PASSPORT: 'passport',
  OFFICER_CARD: 'officer_card',
  MAINLAND_TRAVEL_PERMIT_FOR_HONGKONG_AND_MACAO_RESIDENTS: 'hk_macau_permit',
  MAINLAND_TRAVEL_PERMIT_FOR_TAIWAN_RESIDENTS: 'taiwan_permit',
  FOREIGN_PERMANENT_RESIDENT_ID_CARD: 'permanent_resident',
  GANG_AO_TAI_RESIDENCE_CART: 'residence_permit',
};

const GATEWAY_ERRORS: Record<string, string> = {
  'Invalid signature': 'invalid_signature',
  'Invalid access key': 'invalid_access_key',
  'Clock skew exceeded': 'clock_skew',
  'The route_id is forbidden.': 'route_forbidden',
};

const eighteenDigitKind = (number: string): DocType => {
  if (number.startsWith('9')) return 'permanent_resident';
  return /^8[1-3]/.test(number) ? 'residence_permit' : 'id_card';
};

/** Some tenants receive fields encrypted or masked: whatever does not look like a name and a number proves nothing. */
const verifiedIdentity = (
  docType: DocType | undefined,
  number: string,
  name: string,
  phone: string,
): ZhelibanVerified | undefined => {
  if (docType === undefined || !/^[\p{L}·•.' -]{1,50}$/u.test(name) || /[*=+/]/.test(number)) return undefined;
  // The vendor's "ID card" also covers the eighteen-digit permits of Hong Kong, Macau, Taiwan and foreign residents.
  const exact = docType === 'id_card' ? eighteenDigitKind(number) : docType;
  const docNumber = normalizeDocumentNumber(exact, number);
  if (checkDocument(exact, docNumber) !== undefined) return undefined;
  return { name, docType: exact, docNumber, ...(isMobile(phone) ? { phone } : {}) };
};

const signedIn = (userId: string, verified: ZhelibanVerified | undefined): ZhelibanSignIn => {
  if (userId === '') throw new AdapterFailure('zheliban', 'unknown_reply');
  return { kind: 'ok', userId, ...(verified ? { verified } : {}) };
};

const refused = (reason: 'ticket_expired' | 'ticket_invalid' | 'not_a_person' | 'unavailable'): ZhelibanSignIn => ({
  kind: 'refused',
  reason,
});

export class ZhelibanLive implements Zheliban {
  constructor(
    private readonly config: ZhelibanConfig,
    private readonly clock: () => Date,
  ) {}

  signIn(ticket: ZhelibanTicket): Promise<ZhelibanSignIn> {
    if (ticket.kind === 'ticketId') return this.signInUnified(ticket.value);
    const { personal } = this.config;
    return personal ? this.signInPersonal(ticket.value, personal) : Promise.resolve(refused('ticket_invalid'));
  }

  private async signInPersonal(st: string, keys: Keys): Promise<ZhelibanSignIn> {
    const ticketPath = '/IC33000020220228000002/sso/servlet/simpleauth';
    const ticket = await this.callPersonal(ticketPath, { method: 'ticketValidation', st }, keys, personalTicketReply);
    if (!ticket || ticket.result === '6099') return refused('unavailable');
    if (ticket.result === '6001') return refused('ticket_expired');
    if (ticket.result === '6002' || ticket.result === '6004') return refused('ticket_invalid');
    if (ticket.result !== '0') throw new AdapterFailure('zheliban', ticket.result);
    const personPath = '/IC33000020220228000004/sso/servlet/simpleauth';
    const asked = { method: 'getUserInfo', token: ticket.token };
    const person = await this.callPersonal(personPath, asked, keys, personalReply);
    if (!person || person.result === '6099') return refused('unavailable');
    if (person.result !== '0') throw new AdapterFailure('zheliban', person.result);
    const [docType, key] = PERSONAL_DOCUMENTS[person.idtype] ?? [undefined, 'idnum' as const];
    const realName = person.authlevel === '2' || person.authlevel === '3';
    const number = person[key];
    return signedIn(
      person.userid,
      realName ? verifiedIdentity(docType, number, person.username, person.mobile) : undefined,
    );
  }

  private async signInUnified(ticketId: string): Promise<ZhelibanSignIn> {
    const { unified, unifiedWithoutLevel } = this.config;
    const tokenPath = '/IC33000020220329000007/uc/sso/access_token';
    const token = await this.callUnified(tokenPath, { ticketId, appId: unified.appId }, unifiedTokenReply);
    if (!token) return refused('unavailable');
    if (token.errorCode === 'C-USER-SSO-TICKET-INVALID') return refused('ticket_invalid');
    if (!token.data?.accessToken) throw new AdapterFailure('zheliban', token.errorCode || 'unknown_reply');
    const personPath = '/IC33000020220329000008/uc/sso/getUserInfo';
    const reply = await this.callUnified(personPath, { token: token.data.accessToken }, unifiedReply);
    if (!reply) return refused('unavailable');
    if (reply.errorCode === 'C-USER-SSO-TOKEN-INVALID') return refused('ticket_expired');
    if (reply.errorCode === 'C-USER-SSO-USER-EMPTY') return refused('not_a_person');
    if (!reply.data) throw new AdapterFailure('zheliban', reply.errorCode || 'unknown_reply');
    const person = reply.data.personInfo;
    if (reply.data.userType !== 'PERSON' || !person) return refused('not_a_person');
    const level = person.attributes?.authLevel || person.attributes?.authlevel || '';
    const realName = level === '' ? unifiedWithoutLevel === 'verified' : level === '2' || level === '3';
    const docType = UNIFIED_DOCUMENTS[person.idType];
    return signedIn(
      person.userId,
      realName ? verifiedIdentity(docType, person.idNo, person.userName, person.phone) : undefined,
    );
  }

  private callPersonal<T>(path: string, asked: Record<string, string>, keys: Keys, schema: z.ZodType<T>) {
    const time = beijingStamp(this.clock());
    const sign = signPersonalCall(keys, time);
    const form = new URLSearchParams({ ...asked, servicecode: keys.accessKey, time, sign, datatype: 'json' });
    return this.call(path, 'application/x-www-form-urlencoded', form.toString(), keys, schema);
  }

  private callUnified<T>(path: string, asked: Record<string, string>, schema: z.ZodType<T>) {
    return this.call(path, 'application/json', JSON.stringify(asked), this.config.unified, schema);
  }

  /** `undefined`: no usable answer. */
  private async call<T>(
    path: string,
    contentType: string,
    body: string,
    keys: Keys,
    schema: z.ZodType<T>,
  ): Promise<T | undefined> {
    const url = new URL(this.config.baseUrl + path);
    const date = this.clock().toUTCString();
    const headers = {
      'content-type': contentType,
      'x-bg-hmac-access-key': keys.accessKey,
      'x-bg-hmac-algorithm': 'hmac-sha256',
      'x-bg-date-time': date,
      'x-bg-hmac-signature': signGatewayCall({ method: 'POST', path: url.pathname, date }, keys),
    };
    const signal = AbortSignal.timeout(this.config.timeoutMs);
    let status: number;
    let reply: unknown;
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      status = response.status;
      reply = await response.json();
    } catch {
      return undefined;
    }
    if (status === 401) {
      const { message } = z.object({ message: field }).catch({ message: '' }).parse(reply);
      throw new AdapterFailure('zheliban', GATEWAY_ERRORS[message] ?? 'gateway_401');
    }
    const parsed = schema.safeParse(reply);
    return status === 200 && parsed.success ? parsed.data : undefined;
  }
}
