import { createCipheriv, createSign, createVerify, generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { jsonReply, startSimulatorServer, type SimulatorReply, type SimulatorRequest } from '../simulator-server';
import { alipayConfigSchema, type AlipayConfig } from './port';

export interface AlipaySimulatedUser {
  openId?: string;
  userId?: string;
}

export interface AlipaySimulatorOptions {
  clock: () => Date;
  appId?: string;
  /** Keywords by template id. Any template is accepted when this is left out. */
  templates?: Record<string, string[]>;
}

interface DeliveredMessage {
  to: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
}

export interface AlipaySimulator {
  baseUrl: string;
  /** Ready for `new AlipayLive(config, clock)`. */
  config: AlipayConfig;
  /** What `my.getAuthCode` would hand to the page. */
  issueCode: (user: AlipaySimulatedUser) => string;
  /** What `my.getPhoneNumber` would hand to the page. */
  issuePhoneResponse: (phone: string) => string;
  /** The same when the vendor reports an error: plain JSON, signed without quotes. */
  issuePhoneError: (subCode: string) => string;
  /** The person agrees to `times` messages; `id` is the open id or the user id. */
  allowMessages: (id: string, templateId: string, times?: number) => void;
  messages: readonly DeliveredMessage[];
  /** The next reply is changed after it was signed, carries no signature, or hides a success where errors stand. */
  spoilNext: (how: 'tampered' | 'unsigned' | 'hidden') => void;
  /** The next call answers this business error. */
  failNext: (code: string, subCode: string) => void;
  close: () => Promise<void>;
}

/** The vendor says between 3 minutes and 24 hours; the strict end is what a client must live with. */
const CODE_LIFE_MS = 180_000;
const CLOCK_TOLERANCE_MS = 900_000;
const DATA_LENGTH = 2048;

const newKeys = async (): Promise<{ publicKey: string; privateKey: string }> =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

type Answer = { ok: true; body: Record<string, unknown> } | { ok: false; code: string; subCode: string };
const failure = (code: string, subCode: string): Answer => ({ ok: false, code, subCode });

/** Everything is signed, whether it came in the query or in the form. */
const parametersOf = ({ query, body }: SimulatorRequest): Map<string, string> =>
  new Map([...query.entries(), ...new URLSearchParams(body).entries()]);

export const startAlipaySimulator = async (options: AlipaySimulatorOptions): Promise<AlipaySimulator> => {
  const { clock, appId = '2021000000000001' } = options;
  const [app, platform] = await Promise.all([newKeys(), newKeys()]);
  const aesKey = randomBytes(16).toString('base64');
  const codes = new Map<string, { user: AlipaySimulatedUser; until: number }>();
  const allowed = new Map<string, number>();
  const messages: DeliveredMessage[] = [];
  const spoils: ('tampered' | 'unsigned' | 'hidden')[] = [];
  const faults: Answer[] = [];

  const signed = (text: string): string =>
    createSign('RSA-SHA256').update(text, 'utf8').sign(platform.privateKey, 'base64');

  const refuseCaller = (parameters: Map<string, string>): Answer | undefined => {
    if (parameters.get('app_id') !== appId) return failure('40002', 'isv.invalid-app-id');
    if (parameters.get('sign_type') !== 'RSA2') return failure('40002', 'isv.invalid-signature-type');
    const text = [...parameters]
      .filter(([key]) => key !== 'sign')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key}=${value}`)
      .join('&');
    const verifier = createVerify('RSA-SHA256').update(text, 'utf8');
    if (!verifier.verify(app.publicKey, parameters.get('sign') ?? '', 'base64'))
      return failure('40002', 'isv.invalid-signature');
    const stamp = Date.parse(`${parameters.get('timestamp')?.replace(' ', 'T')}+08:00`);
    const near = Math.abs(clock().getTime() - stamp) <= CLOCK_TOLERANCE_MS;
    return near ? undefined : failure('40002', 'isv.invalid-timestamp');
  };

  const token = (parameters: Map<string, string>): Answer => {
    if (parameters.has('biz_content')) return failure('40002', 'isv.invalid-parameter');
    if (parameters.get('grant_type') !== 'authorization_code') return failure('40002', 'isv.grant-type-invalid');
    const code = parameters.get('code') ?? '';
    const found = codes.get(code);
    codes.delete(code);
    if (!found || found.until <= clock().getTime()) return failure('40002', 'isv.code-invalid');
    const { openId, userId } = found.user;
    return {
      ok: true,
      body: {
        access_token: `composeB${randomBytes(16).toString('hex')}`,
        auth_start: '2026-01-01 00:00:00',
        expires_in: 1296000,
        re_expires_in: 2592000,
        refresh_token: `composeB${randomBytes(16).toString('hex')}`,
        open_id: openId,
        user_id: userId,
      },
    };
  };

  const send = (parameters: Map<string, string>): Answer => {
    const asked = new Map(Object.entries(JSON.parse(parameters.get('biz_content') ?? '{}') as Record<string, unknown>));
    const to = String(asked.get('to_open_id') ?? asked.get('to_user_id') ?? '');
    const templateId = String(asked.get('user_template_id') ?? '');
    const page = String(asked.get('page') ?? '');
    const text = asked.get('data');
    if (to === '' || page === '' || typeof text !== 'string' || text.length > DATA_LENGTH)
      return failure('40004', 'INVALID_PARAMETER');
    if (options.templates && !(templateId in options.templates)) return failure('40004', 'USER_TEMPLATE_ILLEGAL');
    const fields = Object.entries(JSON.parse(text) as Record<string, { value: string }>);
    const data = Object.fromEntries(fields.map(([keyword, field]) => [keyword, field.value]));
    const wanted = options.templates?.[templateId] ?? Object.keys(data);
    if (wanted.some(keyword => !(keyword in data))) return failure('40004', 'USER_TEMPLATE_LACK_KEYWORD');
    const left = allowed.get(`${to} ${templateId}`) ?? 0;
    if (left < 1) return failure('40004', 'USER_NOT_SUBSCRIBED');
    allowed.set(`${to} ${templateId}`, left - 1);
    messages.push({ to, templateId, page, data });
    return { ok: true, body: { code: '10000', msg: 'Success' } };
  };

  const answer = (parameters: Map<string, string>): Answer => {
    const refused = refuseCaller(parameters) ?? faults.shift();
    if (refused) return refused;
    if (parameters.get('method') === 'alipay.system.oauth.token') return token(parameters);
    if (parameters.get('method') === 'alipay.open.app.mini.templatemessage.send') return send(parameters);
    return failure('40002', 'isv.invalid-method');
  };

  const server = await startSimulatorServer((request): SimulatorReply => {
    if (request.method !== 'POST' || request.path !== '/gateway.do') return jsonReply({}, 404);
    const parameters = parametersOf(request);
    const method = parameters.get('method') ?? '';
    const result = answer(parameters);
    const { code, subCode } = result.ok ? { code: '', subCode: '' } : result;
    const body = result.ok ? result.body : { code, msg: 'Failed', sub_code: subCode, sub_msg: '模拟器拒绝' };
    // The sign-in reports its errors under another name than all other methods.
    const tokenError = !result.ok && method === 'alipay.system.oauth.token';
    const spoil = spoils.shift();
    const name = tokenError || spoil === 'hidden' ? 'error_response' : `${method.replaceAll('.', '_')}_response`;
    // Escaped slashes and a blank, as the vendor writes them: whoever signs a re-serialised object gets another text.
    const inner = JSON.stringify({ ...body, help_link: 'https://example.test/' })
      .replaceAll('/', '\\/')
      .replace('{', '{ ');
    const signature = signed(inner);
    const shown = spoil === 'tampered' ? inner.replace('{ ', '{"open_id":"oFORGED",') : inner;
    const tail = spoil === 'unsigned' || spoil === 'hidden' ? '' : `,"sign":"${signature}"`;
    return { headers: { 'content-type': 'text/html;charset=utf-8' }, body: `{"${name}":${shown}${tail}}` };
  });

  const phoneEnvelope = (response: string, covered: string): string =>
    JSON.stringify({ response, sign: signed(covered), sign_type: 'RSA2', encrypt_type: 'AES', charset: 'UTF-8' });

  return {
    ...server,
    config: alipayConfigSchema.parse({
      gateway: `${server.baseUrl}/gateway.do`,
      appId,
      privateKey: app.privateKey,
      alipayPublicKey: platform.publicKey,
      aesKey,
    }),
    issueCode: user => {
      const code = randomBytes(16).toString('hex');
      codes.set(code, { user, until: clock().getTime() + CODE_LIFE_MS });
      return code;
    },
    issuePhoneResponse: phone => {
      const cipher = createCipheriv('aes-128-cbc', Buffer.from(aesKey, 'base64'), Buffer.alloc(16));
      const plain = JSON.stringify({ code: '10000', msg: 'Success', mobile: phone });
      const response = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
      return phoneEnvelope(response, `"${response}"`);
    },
    issuePhoneError: subCode => {
      const report = JSON.stringify({ code: '40001', msg: 'Missing', subCode, subMsg: '模拟器拒绝' });
      return phoneEnvelope(report, report);
    },
    allowMessages: (id, templateId, times = 1) => {
      allowed.set(`${id} ${templateId}`, (allowed.get(`${id} ${templateId}`) ?? 0) + times);
    },
    messages,
    spoilNext: how => void spoils.push(how),
    failNext: (code, subCode) => void faults.push(failure(code, subCode)),
  };
};
