import { z } from 'zod';

export const alipayConfigSchema = z.object({
  gateway: z.url().default('https://openapi.alipay.com/gateway.do'),
  appId: z.string().min(1),
  /** Our private key, PEM or bare base64; its public half is registered with the vendor. */
  privateKey: z.string().min(1),
  /** PKCS8 is what `openssl genpkey` writes. */
  keyType: z.enum(['PKCS1', 'PKCS8']).default('PKCS8'),
  /** The vendor's public key. Mandatory: without it the SDK skips the check of replies with a mere warning. */
  alipayPublicKey: z.string().min(1),
  /** Content key (接口内容加密), base64 of 16 bytes; decrypts phone numbers. */
  aesKey: z.base64().min(24),
  /** Business errors of a message that mean "this person does not want it"; not confirmed by the vendor's documents. */
  notSubscribedCodes: z.array(z.string()).default(['USER_NOT_SUBSCRIBED', 'FORM_ID_OVER_TIME']),
  timeoutMs: z.number().int().positive().default(5000),
});
export type AlipayConfig = z.infer<typeof alipayConfigSchema>;

/** Newer apps get `openId` (per app), older ones `userId` (2088…); at least one of them is there. */
export type AlipaySignIn =
  { kind: 'ok'; openId?: string; userId?: string } | { kind: 'refused'; reason: 'code_invalid' | 'unavailable' };

export type AlipayPhone = { kind: 'ok'; phone: string } | { kind: 'refused'; reason: 'bad_signature' | 'unreadable' };

/** `not_subscribed` is normal: no alarm, no retry. */
export type AlipaySent = { kind: 'sent' } | { kind: 'not_subscribed' } | { kind: 'refused'; reason: 'unavailable' };

export interface AlipayMessage {
  to: { openId: string } | { userId: string };
  templateId: string;
  /** Page that the message opens, without a leading slash. */
  page: string;
  /** Values by keyword; a template wants exactly its own keywords. */
  data: Record<string, string>;
  /** Only for the older form or trade messages; subscription messages have none. */
  formId?: string;
}

export interface Alipay {
  /** `code` comes from `my.getAuthCode`; one call spends it, also a failing one. */
  signIn(code: string): Promise<AlipaySignIn>;
  /** `response` is the text that `my.getPhoneNumber` hands to the page, unchanged. */
  readPhone(response: string): AlipayPhone;
  sendMessage(message: AlipayMessage): Promise<AlipaySent>;
}
