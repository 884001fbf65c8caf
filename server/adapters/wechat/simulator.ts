import { randomBytes } from 'node:crypto';
import { toBuffer } from 'qrcode';
import { jsonReply, startSimulatorServer, type SimulatorReply, type SimulatorRequest } from '../simulator-server';
import { THING_LENGTH, wechatConfigSchema, type WechatConfig } from './port';

export interface WechatSimulatedUser {
  openId: string;
  unionId?: string;
}

export interface WechatSimulatorOptions {
  clock: () => Date;
  appId?: string;
  appSecret?: string;
  /** Field names by template id. Any template is accepted when this is left out. */
  templates?: Record<string, string[]>;
  /** Pages of the released version. Any page is accepted when this is left out. */
  pages?: string[];
}

interface DeliveredMessage {
  openId: string;
  templateId: string;
  page?: string;
  data: Record<string, string>;
}

export interface WechatSimulator {
  baseUrl: string;
  /** Ready for `new WechatLive(config, clock)`. */
  config: WechatConfig;
  /** What `wx.login` would hand to the page. */
  issueCode: (user: WechatSimulatedUser) => string;
  /** What the getPhoneNumber button would hand to the page; `countryCode` as the vendor's sample: a number. */
  issuePhoneCode: (phone: string, countryCode?: number | string) => string;
  /** The person taps "allow" `times` times. */
  allowMessages: (openId: string, templateId: string, times?: number) => void;
  /** What reached the person's phone. */
  messages: readonly DeliveredMessage[];
  /** As when somebody resets the secret in the console: the next call answers 40001. */
  revokeTokens: () => void;
  /** The next call of this path answers this error. */
  failNext: (path: string, errcode: number) => void;
  /** How often each path was called. */
  calls: ReadonlyMap<string, number>;
  close: () => Promise<void>;
}

const CODE_LIFE_MS = 300_000;
const TOKEN_LIFE_MS = 7_200_000;
/** The platform renews this long before the end; the old token stays good until its end. */
const TOKEN_RENEWAL_MS = 300_000;
const FORCED_GAP_MS = 30_000;
const FORCED_PER_DAY = 20;
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

interface Stored<T> {
  value: T;
  until: number;
}

/** A code works once and lives five minutes. */
const takeOnce = <T>(store: Map<string, Stored<T>>, code: string, now: number): T | undefined => {
  const found = store.get(code);
  store.delete(code);
  return found && found.until > now ? found.value : undefined;
};

const refusal = (errcode: number, errmsg: string): SimulatorReply => jsonReply({ errcode, errmsg });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const parseBody = (body: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
  } catch {
    return {};
  }
};

export const startWechatSimulator = async (options: WechatSimulatorOptions): Promise<WechatSimulator> => {
  const { clock, appId = 'wx0000000000000001', appSecret = randomBytes(16).toString('hex') } = options;
  const now = (): number => clock().getTime();
  const codes = new Map<string, Stored<WechatSimulatedUser>>();
  const phoneCodes = new Map<string, Stored<{ phone: string; countryCode: number | string }>>();
  const known = new Set<string>();
  const allowed = new Map<string, number>();
  const messages: DeliveredMessage[] = [];
  const faults = new Map<string, number[]>();
  const calls = new Map<string, number>();
  let tokens: Stored<string>[] = [];
  let forced: number[] = [];

  const issue = <T>(store: Map<string, Stored<T>>, value: T): string => {
    const code = randomBytes(16).toString('hex');
    store.set(code, { value, until: now() + CODE_LIFE_MS });
    return code;
  };

  const refuseClient = (client: { appid: string | null; secret: string | null }): SimulatorReply | undefined => {
    if (client.appid !== appId) return refusal(40013, 'invalid appid');
    return client.secret === appSecret ? undefined : refusal(40125, 'invalid appsecret');
  };

  const session = ({ query }: SimulatorRequest): SimulatorReply => {
    const refused = refuseClient({ appid: query.get('appid'), secret: query.get('secret') });
    if (refused) return refused;
    if (query.get('grant_type') !== 'authorization_code') return refusal(40002, 'invalid grant_type');
    const user = takeOnce(codes, query.get('js_code') ?? '', now());
    if (!user) return refusal(40029, 'invalid code');
    known.add(user.openId);
    // As the vendor does: JSON under a content type of plain text.
    const body = { openid: user.openId, session_key: randomBytes(16).toString('base64'), unionid: user.unionId };
    return { headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) };
  };

  const stableToken = ({ body, headers }: SimulatorRequest): SimulatorReply => {
    if (!headers['content-type']?.includes('json')) return refusal(43002, 'require json');
    const asked = parseBody(body);
    const refused = refuseClient({ appid: textOf(asked.appid), secret: textOf(asked.secret) });
    if (refused) return refused;
    if (asked.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type');
    if (asked.force_refresh === true) {
      forced = forced.filter(at => at > now() - 86_400_000);
      const last = forced.at(-1);
      if (forced.length >= FORCED_PER_DAY || (last !== undefined && now() - last < FORCED_GAP_MS))
        return refusal(45009, 'reach max api daily quota limit');
      forced.push(now());
      tokens = [];
    }
    let current = tokens.at(-1);
    if (!current || current.until - now() <= TOKEN_RENEWAL_MS) {
      // Real tokens are this long: a column or a log that cuts them shows up here.
      current = { value: randomBytes(256).toString('hex'), until: now() + TOKEN_LIFE_MS };
      tokens.push(current);
    }
    return jsonReply({ access_token: current.value, expires_in: Math.floor((current.until - now()) / 1000) });
  };

  const refuseToken = (query: URLSearchParams): SimulatorReply | undefined => {
    const token = tokens.find(({ value }) => value === query.get('access_token'));
    if (!token) return refusal(40001, 'invalid credential, access_token is invalid or not latest');
    return token.until > now() ? undefined : refusal(42001, 'access_token expired');
  };

  const phoneNumber = ({ body }: SimulatorRequest): SimulatorReply => {
    const found = takeOnce(phoneCodes, textOf(parseBody(body).code), now());
    if (!found) return refusal(40029, 'invalid code');
    const { phone, countryCode } = found;
    const watermark = { timestamp: Math.floor(now() / 1000), appid: appId };
    const phone_info = { phoneNumber: phone, purePhoneNumber: phone, countryCode, watermark };
    return jsonReply({ errcode: 0, errmsg: 'ok', phone_info });
  };

  const send = ({ body }: SimulatorRequest): SimulatorReply => {
    const asked = parseBody(body);
    const openId = textOf(asked.touser);
    const templateId = textOf(asked.template_id);
    const page = typeof asked.page === 'string' ? asked.page : undefined;
    if (!known.has(openId)) return refusal(40003, 'invalid openid');
    if (options.templates && !(templateId in options.templates)) return refusal(40037, 'invalid template_id');
    if (page !== undefined && options.pages && !options.pages.includes(page.split('?')[0] ?? ''))
      return refusal(41030, 'invalid page');
    const data: Record<string, string> = {};
    for (const [key, field] of Object.entries(parseBody(JSON.stringify(asked.data)))) {
      data[key] = textOf(parseBody(JSON.stringify(field)).value);
    }
    for (const key of options.templates?.[templateId] ?? Object.keys(data)) {
      const value = data[key] ?? '';
      if (value === '' || (key.startsWith('thing') && value.length > THING_LENGTH))
        return refusal(47003, `argument invalid! data.${key}.value invalid`);
    }
    const counter = `${openId} ${templateId}`;
    const left = allowed.get(counter) ?? 0;
    if (left < 1) return refusal(43101, 'user refuse to accept the msg');
    allowed.set(counter, left - 1);
    messages.push({ openId, templateId, data, ...(page === undefined ? {} : { page }) });
    return jsonReply({ errcode: 0, errmsg: 'ok' });
  };

  const codeImage = async ({ body, headers }: SimulatorRequest): Promise<SimulatorReply> => {
    if (!headers['content-type']?.includes('json')) return refusal(47001, 'data format error');
    const asked = parseBody(body);
    const scene = textOf(asked.scene);
    const page = textOf(asked.page);
    const width = typeof asked.width === 'number' ? asked.width : 430;
    if (!SCENE.test(scene)) return refusal(40129, 'invalid scene');
    if (width < 280 || width > 1280) return refusal(40097, 'invalid width');
    const exists = !options.pages || options.pages.includes(page);
    if (/^\/|\?/.test(page) || (asked.check_path !== false && !exists)) return refusal(41030, 'invalid page');
    return { headers: { 'content-type': 'image/png' }, body: await toBuffer(`${page}?scene=${scene}`, { width }) };
  };

  const withToken: Record<string, (request: SimulatorRequest) => SimulatorReply | Promise<SimulatorReply>> = {
    '/wxa/business/getuserphonenumber': phoneNumber,
    '/cgi-bin/message/subscribe/send': send,
    '/wxa/getwxacodeunlimit': codeImage,
  };

  const server = await startSimulatorServer(request => {
    calls.set(request.path, (calls.get(request.path) ?? 0) + 1);
    const fault = faults.get(request.path)?.shift();
    if (fault !== undefined) return refusal(fault, 'injected');
    if (request.method === 'GET' && request.path === '/sns/jscode2session') return session(request);
    if (request.method === 'POST' && request.path === '/cgi-bin/stable_token') return stableToken(request);
    const handle = withToken[request.path];
    if (!handle || request.method !== 'POST') return jsonReply({ errcode: 404, errmsg: 'not found' }, 404);
    return refuseToken(request.query) ?? handle(request);
  });

  return {
    ...server,
    config: wechatConfigSchema.parse({ baseUrl: server.baseUrl, appId, appSecret }),
    issueCode: user => issue(codes, user),
    issuePhoneCode: (phone, countryCode = 86) => issue(phoneCodes, { phone, countryCode }),
    allowMessages: (openId, templateId, times = 1) => {
      known.add(openId);
      const counter = `${openId} ${templateId}`;
      allowed.set(counter, (allowed.get(counter) ?? 0) + times);
    },
    messages,
    revokeTokens: () => (tokens = []),
    failNext: (path, errcode) => faults.set(path, [...(faults.get(path) ?? []), errcode]),
    calls,
  };
};
