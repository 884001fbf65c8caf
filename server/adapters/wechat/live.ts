import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import {
  shortenThing,
  type Wechat,
  type WechatCode,
  type WechatCodeRequest,
  type WechatConfig,
  type WechatMessage,
  type WechatPhone,
  type WechatSent,
  type WechatSignIn,
} from './port';

const envelope = z.looseObject({ errcode: z.number().optional() });
const sessionReply = z.object({ openid: z.string().min(1), unionid: z.string().min(1).optional() });
const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const phoneReply = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().min(1),
    // The published sample has a number here, replies have been seen with a string.
    countryCode: z.union([z.string(), z.number()]).transform(String),
    watermark: z.object({ appid: z.string() }),
  }),
});

/** `undefined`: no answer, a broken connection or an HTTP error; the vendor reports its own errors with status 200. */
type Reply = { errcode: number; body: unknown; image?: Buffer; contentType: string } | undefined;

/** The platform accepts the old token for this long after it renews it, so we ask again before the end. */
const RENEW_BEFORE_END_MS = 300_000;
const TOKEN_REFUSED = [40001, 42001];
const BUSY = [-1, 45009, 45011];

export class WechatLive implements Wechat {
  // A cache per process is enough: in normal mode the platform gives every caller the same stable token.
  private token: { value: string; renewAt: number } | undefined;
  private renewing: Promise<string | undefined> | undefined;

  constructor(
    private readonly config: WechatConfig,
    private readonly clock: () => Date,
  ) {}

  async signIn(code: string): Promise<WechatSignIn> {
    const { appId, appSecret } = this.config;
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
    const reply = await this.request('/sns/jscode2session', query);
    if (!reply || reply.errcode === -1) return { kind: 'refused', reason: 'unavailable' };
    if (reply.errcode === 40029 || reply.errcode === 40163) return { kind: 'refused', reason: 'code_invalid' };
    if (reply.errcode === 45011) return { kind: 'refused', reason: 'too_many_requests' };
    if (reply.errcode === 40226) return { kind: 'refused', reason: 'user_blocked' };
    const { openid, unionid } = this.read(sessionReply, reply);
    return { kind: 'ok', openId: openid, ...(unionid === undefined ? {} : { unionId: unionid }) };
  }

  async getPhone(code: string): Promise<WechatPhone> {
    const reply = await this.requestWithToken('/wxa/business/getuserphonenumber', { code });
    if (!reply || BUSY.includes(reply.errcode)) return { kind: 'refused', reason: 'unavailable' };
    if (reply.errcode === 40029) return { kind: 'refused', reason: 'code_invalid' };
    const { purePhoneNumber, countryCode, watermark } = this.read(phoneReply, reply).phone_info;
    if (watermark.appid !== this.config.appId) throw new AdapterFailure('wechat', 'foreign_watermark');
    return { kind: 'ok', phone: purePhoneNumber, countryCode };
  }

  async sendMessage(message: WechatMessage): Promise<WechatSent> {
    const fields = Object.entries(message.data).map(([key, value]) => [
      key,
      { value: key.startsWith('thing') ? shortenThing(value) : value },
    ]);
    const state = { release: 'formal', trial: 'trial', develop: 'developer' }[this.config.version];
    const reply = await this.requestWithToken('/cgi-bin/message/subscribe/send', {
      touser: message.openId,
      template_id: message.templateId,
      page: message.page,
      data: Object.fromEntries(fields),
      miniprogram_state: state,
      lang: 'zh_CN',
    });
    if (!reply || BUSY.includes(reply.errcode)) return { kind: 'refused', reason: 'unavailable' };
    if (reply.errcode === 43101) return { kind: 'not_subscribed' };
    this.read(z.unknown(), reply);
    return { kind: 'sent' };
  }

  async makeCode(request: WechatCodeRequest): Promise<WechatCode> {
    const reply = await this.requestWithToken('/wxa/getwxacodeunlimit', {
      ...request,
      check_path: this.config.version === 'release',
      env_version: this.config.version,
    });
    if (!reply || BUSY.includes(reply.errcode)) return { kind: 'refused', reason: 'unavailable' };
    if (reply.errcode === 41030) return { kind: 'refused', reason: 'page_not_released' };
    this.read(z.unknown(), reply);
    if (!reply.image) throw new AdapterFailure('wechat', 'no_image');
    return { kind: 'ok', image: reply.image, contentType: reply.contentType };
  }

  private async requestWithToken(path: string, body: unknown): Promise<Reply> {
    const token = await this.currentToken();
    if (token === undefined) return undefined;
    const reply = await this.request(path, { access_token: token }, body);
    if (!reply || !TOKEN_REFUSED.includes(reply.errcode)) return reply;
    // Another call may have renewed it meanwhile; only the refused one is dropped.
    if (this.token?.value === token) this.token = undefined;
    const renewed = await this.currentToken();
    return renewed === undefined ? undefined : this.request(path, { access_token: renewed }, body);
  }

  private currentToken(): Promise<string | undefined> {
    if (this.token && this.clock().getTime() < this.token.renewAt) return Promise.resolve(this.token.value);
    this.renewing ??= this.renewToken().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async renewToken(): Promise<string | undefined> {
    const { appId, appSecret } = this.config;
    const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false };
    const reply = await this.request('/cgi-bin/stable_token', {}, asked);
    if (!reply || BUSY.includes(reply.errcode)) return undefined;
    const { access_token, expires_in } = this.read(tokenReply, reply);
    this.token = { value: access_token, renewAt: this.clock().getTime() + expires_in * 1000 - RENEW_BEFORE_END_MS };
    return access_token;
  }

  private read<T>(schema: z.ZodType<T>, reply: NonNullable<Reply>): T {
    if (reply.errcode !== 0) throw new AdapterFailure('wechat', String(reply.errcode));
    const parsed = schema.safeParse(reply.body);
    if (!parsed.success) throw new AdapterFailure('wechat', 'unknown_reply');
    return parsed.data;
  }

  private async request(path: string, query: Record<string, string>, body?: unknown): Promise<Reply> {
    const url = `${this.config.baseUrl}${path}?${new URLSearchParams(query).toString()}`;
    const signal = AbortSignal.timeout(this.config.timeoutMs);
    const sent =
      body === undefined
        ? { signal }
        : { signal, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    try {
      const response = await fetch(url, sent);
      if (!response.ok) return undefined;
      const contentType = response.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await response.arrayBuffer());
      if (contentType.startsWith('image/')) return { errcode: 0, body: undefined, image: bytes, contentType };
      const json = envelope.safeParse(JSON.parse(bytes.toString('utf8')));
      return json.success ? { errcode: json.data.errcode ?? 0, body: json.data, contentType } : undefined;
    } catch {
      // The error is dropped: it may name the address, and the address carries the secret or the token.
      return undefined;
    }
  }
}

/** Signature of `rawData` that `wx.getUserInfo` hands over. */
export const wechatDataSignature = (rawData: string, sessionKey: string): string =>
  createHash('sha1')
    .update(rawData + sessionKey, 'utf8')
    .digest('hex');

/** Signature of `GET /wxa/checksession` and of signed requests: the key is the text, not its decoded bytes. */
export const wechatSessionSignature = (data: string, sessionKey: string): string =>
  createHmac('sha256', sessionKey).update(data, 'utf8').digest('hex');

/** Data that `wx` hands over encrypted; `undefined` when it does not decrypt or belongs to another app. */
export const decryptWechatData = (
  encrypted: { encryptedData: string; iv: string },
  sessionKey: string,
  appId: string,
): Record<string, unknown> | undefined => {
  try {
    const key = Buffer.from(sessionKey, 'base64');
    const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(encrypted.iv, 'base64'));
    const plain = Buffer.concat([decipher.update(encrypted.encryptedData, 'base64'), decipher.final()]);
    const data = z.looseObject({ watermark: z.looseObject({ appid: z.literal(appId) }) });
    return data.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return undefined;
  }
};
