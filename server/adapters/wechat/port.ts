import { z } from 'zod';

export const wechatConfigSchema = z.object({
  baseUrl: z.url().default('https://api.weixin.qq.com'),
  appId: z.string().min(1),
  appSecret: z.string().min(1),
  /** Which version of the mini-program a message or a code opens. */
  version: z.enum(['release', 'trial', 'develop']).default('release'),
  timeoutMs: z.number().int().positive().default(5000),
});
export type WechatConfig = z.infer<typeof wechatConfigSchema>;

/** The session key is left out on purpose: nothing outside the adapter has a use for it, and it must not travel. */
export type WechatSignIn =
  | { kind: 'ok'; openId: string; unionId?: string }
  | { kind: 'refused'; reason: 'code_invalid' | 'too_many_requests' | 'user_blocked' | 'unavailable' };

/** `phone` carries no country code; `countryCode` is '86' for the mainland. */
export type WechatPhone =
  { kind: 'ok'; phone: string; countryCode: string } | { kind: 'refused'; reason: 'code_invalid' | 'unavailable' };

/** `not_subscribed` is normal: each tap on "allow" buys one message. No alarm, no retry. */
export type WechatSent = { kind: 'sent' } | { kind: 'not_subscribed' } | { kind: 'refused'; reason: 'unavailable' };

export type WechatCode =
  { kind: 'ok'; image: Buffer; contentType: string } | { kind: 'refused'; reason: 'page_not_released' | 'unavailable' };

export interface WechatMessage {
  openId: string;
  templateId: string;
  /** Values by field name, such as `thing1`; values of `thing` fields are shortened. */
  data: Record<string, string>;
  /** Page that the message opens, without a leading slash. */
  page?: string;
}

export interface WechatCodeRequest {
  /** 1-32 of digits, letters and !#$&'()*+,/:;=?@-._~ : a random id, what it stands for stays on the server. */
  scene: string;
  page: string;
  /** Pixels, 280-1280. */
  width?: number;
}

export interface Wechat {
  /** `code` comes from `wx.login`. */
  signIn(code: string): Promise<WechatSignIn>;
  /** `code` comes from the getPhoneNumber button; it is not the login code. Every call is charged. */
  getPhone(code: string): Promise<WechatPhone>;
  sendMessage(message: WechatMessage): Promise<WechatSent>;
  makeCode(request: WechatCodeRequest): Promise<WechatCode>;
}

/** A `thing` field takes 20 characters. Whether WeChat counts an astral sign once or twice is not public: twice is safe. */
export const THING_LENGTH = 20;

/** Shortens to what a `thing` field takes, never inside a sign that is made of several code points. */
export const shortenThing = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= THING_LENGTH) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh').segment(line)) {
    if (kept.length + segment.length > THING_LENGTH - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};
