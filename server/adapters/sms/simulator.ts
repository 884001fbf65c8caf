import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isMobile } from '@rules/identifiers';
import { jsonReply, startSimulatorServer, type SimulatorReply, type SimulatorRequest } from '../simulator-server';
import { smsConfigSchema, type SmsConfig } from './port';

interface SimulatedTemplate {
  /** Verification codes have narrower limits than notices. */
  kind: 'code' | 'notice';
  params: string[];
}

export interface SmsSimulatorOptions {
  clock: () => Date;
  /** Approved templates by our own name. */
  templates: Record<string, SimulatedTemplate>;
  /** Clock that the signature's date is compared with; the SDK always stamps with the real one. */
  wallClock?: () => Date;
}

interface DeliveredSms {
  phone: string;
  /** Our own name of the message. */
  template: string;
  params: Record<string, string>;
  outId: string;
  providerId: string;
  receipt: 'delivered' | 'lost' | 'waiting';
  /** Milliseconds since 1970. */
  at: number;
}

export interface SmsSimulator {
  baseUrl: string;
  /** Ready for `new SmsLive(config)`. */
  config: SmsConfig;
  /** What reached the phones, oldest first. */
  sent: readonly DeliveredSms[];
  /** The next call answers this business error. */
  failNext: (code: string) => void;
  /** What becomes of the messages sent from now on; all arrive unless said otherwise. */
  deliverAs: (receipt: 'delivered' | 'lost' | 'waiting') => void;
  close: () => Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A "day" is a sliding 24 hours. */
const DAY_MS = 24 * HOUR_MS;
const CODE_LIMITS: [number, number][] = [
  [MINUTE_MS, 1],
  [HOUR_MS, 5],
  [DAY_MS, 10],
];
const NOTICES_PER_DAY = 50;
const SIGNATURE_TOLERANCE_MS = 15 * MINUTE_MS;
const SIGN_NAME = '浙江献血';

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** RFC 3986. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const denied = (status: number, code: string): SimulatorReply =>
  jsonReply({ Code: code, Message: '模拟器拒绝', RequestId: 'simulated' }, status);
const refusal = (code: string): SimulatorReply => denied(200, code);

export const startSmsSimulator = async (options: SmsSimulatorOptions): Promise<SmsSimulator> => {
  // eslint-disable-next-line no-restricted-syntax -- the SDK stamps with the real time and takes no clock
  const { clock, templates, wallClock = () => new Date() } = options;
  const accessKeyId = `LTAI${randomBytes(8).toString('hex')}`;
  const accessKeySecret = randomBytes(16).toString('hex');
  const names = Object.keys(templates);
  const codeOf = Object.fromEntries(names.map((name, index) => [name, `SMS_${100000001 + index}`]));
  const sent: DeliveredSms[] = [];
  const faults: string[] = [];
  let receipt: DeliveredSms['receipt'] = 'delivered';
  const nonces = new Set<string>();

  const refuseCaller = ({ method, path, query, headers, body }: SimulatorRequest): SimulatorReply | undefined => {
    const header = (name: string): string => String(headers[name] ?? '');
    const parts = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;
    const [, keyId, names = '', signature] = parts.exec(header('authorization')) ?? [];
    if (keyId !== accessKeyId) return denied(404, 'InvalidAccessKeyId.NotFound');
    const age = Math.abs(wallClock().getTime() - Date.parse(header('x-acs-date')));
    if (!(age <= SIGNATURE_TOLERANCE_MS)) return denied(400, 'InvalidTimeStamp.Expired');
    const canonicalHeaders = names.split(';').map(name => `${name}:${header(name).trim()}\n`);
    // Decoded and encoded again: on the wire signs such as * may stand as they are, under the signature they do not.
    const pairs = [...query].map(([key, value]) => `${encode(key)}=${encode(value)}`);
    const payload = hash(body);
    const canonical = [method, path, pairs.sort().join('&'), canonicalHeaders.join(''), names, payload].join('\n');
    const text = `ACS3-HMAC-SHA256\n${hash(canonical)}`;
    const right = createHmac('sha256', accessKeySecret).update(text, 'utf8').digest('hex') === signature;
    if (!right || header('x-acs-content-sha256') !== payload) return denied(400, 'SignatureDoesNotMatch');
    const nonce = header('x-acs-signature-nonce');
    if (nonce === '' || nonces.has(nonce)) return denied(400, 'SignatureNonceUsed');
    nonces.add(nonce);
    const isKnown = ['SendSms', 'QuerySendDetails'].includes(header('x-acs-action'));
    const known = isKnown && header('x-acs-version') === '2017-05-25';
    return known ? undefined : denied(404, 'InvalidAction.NotFound');
  };

  const overLimit = (phone: string, template: string, kind: 'code' | 'notice'): boolean => {
    const counted = (windowMs: number, counts: (message: DeliveredSms) => boolean): number =>
      sent.filter(message => message.phone === phone && message.at > clock().getTime() - windowMs && counts(message))
        .length;
    if (kind === 'notice') return counted(DAY_MS, message => message.template === template) >= NOTICES_PER_DAY;
    // The fourth limit, 40 a day over all senders, cannot be reached by one sender.
    return CODE_LIMITS.some(
      ([windowMs, limit]) => counted(windowMs, message => templates[message.template]?.kind === 'code') >= limit,
    );
  };

  const send = ({ query }: SimulatorRequest): SimulatorReply => {
    const fault = faults.shift();
    if (fault !== undefined) return refusal(fault);
    const phone = query.get('PhoneNumbers') ?? '';
    const template = names.find(name => codeOf[name] === query.get('TemplateCode'));
    const rule = template === undefined ? undefined : templates[template];
    if (query.get('SignName') !== SIGN_NAME) return refusal('isv.SMS_SIGNATURE_ILLEGAL');
    if (template === undefined || !rule) return refusal('isv.SMS_TEMPLATE_ILLEGAL');
    if (!isMobile(phone)) return refusal('isv.MOBILE_NUMBER_ILLEGAL');
    const params = JSON.parse(query.get('TemplateParam') ?? '{}') as Record<string, string>;
    if (rule.params.some(name => !params[name])) return refusal('isv.TEMPLATE_MISSING_PARAMETERS');
    if (overLimit(phone, template, rule.kind)) return refusal('isv.BUSINESS_LIMIT_CONTROL');
    const providerId = `${clock().getTime()}^${sent.length}`;
    sent.push({ phone, template, params, outId: query.get('OutId') ?? '', providerId, receipt, at: clock().getTime() });
    return jsonReply({ Code: 'OK', Message: 'OK', BizId: providerId, RequestId: 'simulated' });
  };

  /** One day of one number, as the provider keeps it. */
  const details = ({ query }: SimulatorRequest): SimulatorReply => {
    const found = sent.filter(
      ({ phone, providerId }) => phone === query.get('PhoneNumber') && providerId === query.get('BizId'),
    );
    const statusOf = { waiting: 1, lost: 2, delivered: 3 } as const;
    const list = found.map(message => ({ OutId: message.outId, SendStatus: statusOf[message.receipt] }));
    return jsonReply({
      Code: 'OK',
      Message: 'OK',
      RequestId: 'simulated',
      SmsSendDetailDTOs: { SmsSendDetailDTO: list },
    });
  };

  const server = await startSimulatorServer(
    request =>
      refuseCaller(request) ??
      (request.headers['x-acs-action'] === 'QuerySendDetails' ? details(request) : send(request)),
  );

  return {
    ...server,
    config: smsConfigSchema.parse({
      baseUrl: server.baseUrl,
      accessKeyId,
      accessKeySecret,
      signName: SIGN_NAME,
      templates: codeOf,
    }),
    sent,
    failNext: code => void faults.push(code),
    deliverAs: next => {
      receipt = next;
    },
  };
};
