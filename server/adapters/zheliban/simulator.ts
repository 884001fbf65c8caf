import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { DocType } from '@rules/vocabulary';
import { jsonReply, startSimulatorServer, type SimulatorReply, type SimulatorRequest } from '../simulator-server';
import { mgopHandler, type MgopOptions } from './mgop-simulator';
import { zhelibanConfigSchema, type ZhelibanConfig } from './port';

export interface ZhelibanSimulatedUser {
  userId: string;
  name: string;
  docType: DocType;
  docNumber: string;
  phone?: string;
  /** 1 none, 2 basic, 3 high real-name; 3 when left out, `null` for a tenant that is told no level. */
  authLevel?: 1 | 2 | 3 | null;
  /** Signs in for a company. */
  legalPerson?: boolean;
  /** A tenant that receives encrypted fields. */
  encrypted?: boolean;
}

export interface ZhelibanSimulatorOptions {
  clock: () => Date;
  /** Leaves `/h5/mgop` out when missing. */
  mgop?: Omit<MgopOptions, 'clock'>;
}

export interface ZhelibanSimulator {
  baseUrl: string;
  /** Ready for `new ZhelibanLive(config, clock)`. */
  config: ZhelibanConfig;
  /** What the redirect of the App appends as `?ticket=`. */
  issueTicket: (user: ZhelibanSimulatedUser) => string;
  /** What `ZWJSBridge.ssoTicket` answers. */
  issueTicketId: (user: ZhelibanSimulatedUser) => string;
  /** The next sign-on call answers this error (`6099`, `C-USER-SSO-USER-EMPTY`). */
  failNext: (code: string) => void;
  /** As when the component is not granted to our key. */
  forbidRoute: (path: string) => void;
  close: () => Promise<void>;
}

const PREFIX = '/restapi/prod';
const CLOCK_TOLERANCE_MS = 90_000;
const TICKET_LIFE_MS = 300_000;
const TOKEN_LIFE_MS = 1_800_000;

const PERSONAL_TYPES: Record<DocType, [string, string]> = {
  id_card: ['1', 'idnum'],
  residence_permit: ['1', 'idnum'],
  passport: ['2', 'passport'],
  officer_card: ['3', 'officerlicense'],
  hk_macau_permit: ['4', 'permitlicense'],
  taiwan_permit: ['5', 'taiwanlicense'],
  permanent_resident: ['6', 'greencard'],
};
const UNIFIED_TYPES: Record<DocType, string> = {
  id_card: 'ID_CARD',
  residence_permit: 'GANG_AO_TAI_RESIDENCE_CART',
  passport: 'PASSPORT',
  officer_card: 'OFFICER_CARD',
  hk_macau_permit: 'MAINLAND_TRAVEL_PERMIT_FOR_HONGKONG_AND_MACAO_RESIDENTS',
  taiwan_permit: 'MAINLAND_TRAVEL_PERMIT_FOR_TAIWAN_RESIDENTS',
  permanent_resident: 'FOREIGN_PERMANENT_RESIDENT_ID_CARD',
};

interface Stored {
  user: ZhelibanSimulatedUser;
  until: number;
}

const problem = (errorCode: string): SimulatorReply => jsonReply({ success: false, errorCode, errorMsg: '模拟器拒绝' });
const result = (code: string): SimulatorReply => jsonReply({ result: code, errmsg: '模拟器拒绝' });

export const startZhelibanSimulator = async (options: ZhelibanSimulatorOptions): Promise<ZhelibanSimulator> => {
  const now = (): number => options.clock().getTime();
  const newKeys = () => ({
    accessKey: `BCDSGA_${randomBytes(8).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
  });
  const unified = { ...newKeys(), appId: '2002000001' };
  const personal = newKeys();
  const secrets = new Map([unified, personal].map(({ accessKey, secretKey }) => [accessKey, secretKey]));
  const [tickets, ticketIds, personalTokens, unifiedTokens] = [0, 1, 2, 3].map(() => new Map<string, Stored>()) as [
    Map<string, Stored>,
    Map<string, Stored>,
    Map<string, Stored>,
    Map<string, Stored>,
  ];
  const faults: string[] = [];
  const forbidden = new Set<string>();

  const issue = (store: Map<string, Stored>, user: ZhelibanSimulatedUser, lifeMs: number, suffix = ''): string => {
    const key = randomBytes(16).toString('hex') + suffix;
    store.set(key, { user, until: now() + lifeMs });
    return key;
  };

  const refuseCaller = ({ method, path, rawQuery, headers }: SimulatorRequest): SimulatorReply | undefined => {
    const refuse = (message: string): SimulatorReply => jsonReply({ message }, 401);
    const date = String(headers['x-bg-date-time'] ?? '');
    const skew = Math.abs(now() - Date.parse(date));
    if (!date.endsWith(' GMT') || !(skew <= CLOCK_TOLERANCE_MS)) return refuse('Clock skew exceeded');
    const accessKey = String(headers['x-bg-hmac-access-key'] ?? '');
    const secretKey = secrets.get(accessKey);
    if (secretKey === undefined) return refuse('Invalid access key');
    const query = rawQuery.split('&').sort().join('&');
    const text = `${method}\n${path}\n${query}\n${accessKey}\n${date}\n`;
    const signature = createHmac('sha256', secretKey).update(text).digest('base64');
    const right = headers['x-bg-hmac-algorithm'] === 'hmac-sha256' && headers['x-bg-hmac-signature'] === signature;
    if (!right) return refuse('Invalid signature');
    return forbidden.has(path) ? refuse('The route_id is forbidden.') : undefined;
  };

  const personalForm = ({ body }: SimulatorRequest, method: string): URLSearchParams | SimulatorReply => {
    const form = new URLSearchParams(body);
    const text = personal.accessKey + personal.secretKey + (form.get('time') ?? '');
    const signed = form.get('sign') === createHash('md5').update(text).digest('hex');
    const right = signed && form.get('servicecode') === personal.accessKey && form.get('method') === method;
    return right ? form : result('6003');
  };

  const personalTicket = (request: SimulatorRequest): SimulatorReply => {
    const form = personalForm(request, 'ticketValidation');
    if (!(form instanceof URLSearchParams)) return form;
    const st = form.get('st') ?? '';
    if (!st.endsWith('-ticket')) return result('6002');
    const found = tickets.get(st);
    tickets.delete(st);
    if (!found || found.until <= now()) return result('6001');
    return jsonReply({ result: '0', errmsg: '', token: issue(personalTokens, found.user, TOKEN_LIFE_MS) });
  };

  const personalPerson = (request: SimulatorRequest): SimulatorReply => {
    const form = personalForm(request, 'getUserInfo');
    if (!(form instanceof URLSearchParams)) return form;
    const found = personalTokens.get(form.get('token') ?? '');
    if (!found || found.until <= now()) return result('6001');
    const { userId, name, docType, docNumber, phone, authLevel } = found.user;
    const [idtype, key] = PERSONAL_TYPES[docType];
    const level = String(authLevel ?? 3);
    return jsonReply({
      result: '0',
      userid: userId,
      authlevel: level,
      idtype,
      username: name,
      [key]: docNumber,
      mobile: phone,
    });
  };

  const unifiedToken = ({ body }: SimulatorRequest): SimulatorReply => {
    const asked = JSON.parse(body) as { ticketId?: string; appId?: string };
    const found = ticketIds.get(asked.ticketId ?? '');
    ticketIds.delete(asked.ticketId ?? '');
    if (!found || found.until <= now() || asked.appId !== unified.appId) return problem('C-USER-SSO-TICKET-INVALID');
    const accessToken = issue(unifiedTokens, found.user, TOKEN_LIFE_MS);
    return jsonReply({ success: true, errorCode: null, errorMsg: null, data: { accessToken } });
  };

  const unifiedPerson = ({ body }: SimulatorRequest): SimulatorReply => {
    const found = unifiedTokens.get((JSON.parse(body) as { token?: string }).token ?? '');
    if (!found || found.until <= now()) return problem('C-USER-SSO-TOKEN-INVALID');
    const { userId, name, docType, docNumber, phone, authLevel, legalPerson, encrypted } = found.user;
    const idType = UNIFIED_TYPES[docType];
    const hidden = (text: string): string => createHash('sha256').update(text).digest('base64');
    const personal = encrypted
      ? { userNameEnc: hidden(name), idNoEnc: hidden(docNumber), userName: hidden(name), idNo: hidden(docNumber) }
      : { userName: name, idNo: docNumber, phone };
    const attributes = authLevel === null ? {} : { authLevel: String(authLevel ?? 3) };
    const data = legalPerson
      ? { userType: 'LEGAL_PERSON', personInfo: null, legalPersonInfo: { name: '测试公司', attnIdNo: docNumber } }
      : { userType: 'PERSON', personInfo: { userId, idType, ...personal, attributes } };
    return jsonReply({ success: true, errorCode: null, errorMsg: null, data });
  };

  const mgop = options.mgop && mgopHandler({ ...options.mgop, clock: options.clock });
  const routes: Record<string, (request: SimulatorRequest) => SimulatorReply> = {
    [`${PREFIX}/IC33000020220228000002/sso/servlet/simpleauth`]: personalTicket,
    [`${PREFIX}/IC33000020220228000004/sso/servlet/simpleauth`]: personalPerson,
    [`${PREFIX}/IC33000020220329000007/uc/sso/access_token`]: unifiedToken,
    [`${PREFIX}/IC33000020220329000008/uc/sso/getUserInfo`]: unifiedPerson,
  };

  const server = await startSimulatorServer(request => {
    if (mgop && request.path === '/h5/mgop') return mgop(request);
    const route = routes[request.path];
    if (!route || request.method !== 'POST') return jsonReply({ message: 'no Route matched' }, 404);
    const refused = refuseCaller(request);
    if (refused) return refused;
    const fault = faults.shift();
    if (fault === undefined) return route(request);
    return fault.startsWith('C-') ? problem(fault) : result(fault);
  });

  return {
    ...server,
    config: zhelibanConfigSchema.parse({ baseUrl: server.baseUrl + PREFIX, unified, personal }),
    issueTicket: user => issue(tickets, user, TICKET_LIFE_MS, '-ticket'),
    issueTicketId: user => issue(ticketIds, user, TICKET_LIFE_MS),
    failNext: code => void faults.push(code),
    forbidRoute: path => void forbidden.add(PREFIX + path),
  };
};
