import { AlipayRequestError, AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import type { Alipay, AlipayConfig, AlipayMessage, AlipayPhone, AlipaySent, AlipaySignIn } from './port';

/** A reply of `alipay.system.oauth.token` has no `code` when it succeeds; all others say 10000. */
const outcome = z.looseObject({ code: z.string().optional(), subCode: z.string().optional() });
const identity = z
  .object({
    accessToken: z.string().min(1),
    openId: z.string().min(1).optional(),
    userId: z.string().min(1).optional(),
  })
  .refine(({ openId, userId }) => openId !== undefined || userId !== undefined);
const phoneEnvelope = z.object({ response: z.string().min(1), sign: z.string().min(1) });
const phoneError = z.looseObject({ code: z.string(), subCode: z.string().optional() });
const phoneContent = z.object({ code: z.literal('10000'), mobile: z.string().min(1) });

/**
 * `exec` picks `error_response` when the method's own reply is missing, and then verifies the wrong substring, so that a
 * used code would look like a forged reply. An error needs no signature, because it grants nothing; all else does.
 */
class VerifyingSdk extends AlipaySdk {
  override checkResponseSign(raw: string, responseKey: string, signature: string, traceId: string): void {
    const reply = z.looseObject({}).parse(JSON.parse(raw));
    if (reply[responseKey] === undefined) {
      z.object({ code: z.string().regex(/^(?!10000$)/) }).parse(reply.error_response);
      return;
    }
    super.checkResponseSign(raw, responseKey, signature, traceId);
  }
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing, whatever the zone of this process: the SDK's own stamp is in local time. */
const beijingTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export class AlipayLive implements Alipay {
  private readonly sdk: AlipaySdk;

  constructor(
    private readonly config: AlipayConfig,
    private readonly clock: () => Date,
  ) {
    const { appId, privateKey, keyType, alipayPublicKey, gateway, timeoutMs, aesKey } = config;
    if (alipayPublicKey === '') throw new AdapterFailure('alipay', 'no_public_key');
    const keys = { privateKey, keyType, alipayPublicKey, encryptKey: aesKey };
    this.sdk = new VerifyingSdk({ appId, gateway, timeout: timeoutMs, signType: 'RSA2', ...keys });
  }

  async signIn(code: string): Promise<AlipaySignIn> {
    // Flat parameters: this method takes no biz_content.
    const reply = await this.execute('alipay.system.oauth.token', { grantType: 'authorization_code', code });
    if (reply.kind === 'unavailable') return { kind: 'refused', reason: 'unavailable' };
    if (reply.kind === 'error' && reply.code === 'isv.code-invalid') return { kind: 'refused', reason: 'code_invalid' };
    if (reply.kind === 'error') throw new AdapterFailure('alipay', reply.code);
    const parsed = identity.safeParse(reply.body);
    if (!parsed.success) throw new AdapterFailure('alipay', 'unknown_reply');
    const { openId, userId } = parsed.data;
    return { kind: 'ok', ...(openId === undefined ? {} : { openId }), ...(userId === undefined ? {} : { userId }) };
  }

  readPhone(response: string): AlipayPhone {
    const envelope = phoneEnvelope.safeParse(parseJson(response));
    if (!envelope.success) return { kind: 'refused', reason: 'unreadable' };
    const { response: content, sign } = envelope.data;
    const encrypted = !content.startsWith('{');
    // The vendor signs the cipher with the double quotes around it, an error report without.
    if (!this.sdk.rsaCheck(encrypted ? `"${content}"` : content, sign)) {
      return { kind: 'refused', reason: 'bad_signature' };
    }
    if (!encrypted) {
      const report = phoneError.safeParse(parseJson(content));
      throw new AdapterFailure('alipay', report.success ? (report.data.subCode ?? report.data.code) : 'unknown_reply');
    }
    const phone = phoneContent.safeParse(this.decrypt(content));
    return phone.success ? { kind: 'ok', phone: phone.data.mobile } : { kind: 'refused', reason: 'unreadable' };
  }

  async sendMessage(message: AlipayMessage): Promise<AlipaySent> {
    const values = Object.entries(message.data).map(([keyword, value]) => [keyword, { value }]);
    const reply = await this.execute('alipay.open.app.mini.templatemessage.send', {
      bizContent: {
        ...('openId' in message.to ? { to_open_id: message.to.openId } : { to_user_id: message.to.userId }),
        ...(message.formId === undefined ? {} : { form_id: message.formId }),
        user_template_id: message.templateId,
        page: message.page,
        data: JSON.stringify(Object.fromEntries(values)),
      },
    });
    if (reply.kind === 'ok') return { kind: 'sent' };
    if (reply.kind === 'unavailable') return { kind: 'refused', reason: 'unavailable' };
    if (this.config.notSubscribedCodes.includes(reply.code)) return { kind: 'not_subscribed' };
    throw new AdapterFailure('alipay', reply.code);
  }

  private decrypt(cipher: string): unknown {
    try {
      return parseJson(this.sdk.aesDecrypt(cipher));
    } catch {
      return undefined;
    }
  }

  private async execute(
    method: string,
    params: Record<string, unknown>,
  ): Promise<{ kind: 'ok'; body: unknown } | { kind: 'error'; code: string } | { kind: 'unavailable' }> {
    let body: unknown;
    try {
      const timestamp = beijingTime(this.clock());
      body = await this.sdk.exec(method, { ...params, timestamp }, { validateSign: true });
    } catch (error) {
      // Neither error nor cause is passed on: their text repeats the reply.
      const raw = error instanceof AlipayRequestError ? error.responseDataRaw : '{}';
      if (raw === undefined || parseJson(raw) === undefined) return { kind: 'unavailable' };
      throw new AdapterFailure('alipay', 'unverified_reply');
    }
    const { code = '10000', subCode } = outcome.parse(body);
    if (code === '10000') return { kind: 'ok', body };
    if (code === '20000' || subCode?.startsWith('isp.')) return { kind: 'unavailable' };
    return { kind: 'error', code: subCode ?? code };
  }
}
