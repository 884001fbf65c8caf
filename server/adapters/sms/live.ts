import DysmsClient, { QuerySendDetailsRequest, SendSmsRequest } from '@alicloud/dysmsapi20170525';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import type { Sms, SmsConfig, SmsMessage, SmsReceipt, SmsSent } from './port';

const REFUSALS: Record<string, 'bad_phone' | 'throttled' | 'unavailable'> = {
  'isv.BUSINESS_LIMIT_CONTROL': 'throttled',
  'isv.DAY_LIMIT_CONTROL': 'throttled',
  'isv.MOBILE_NUMBER_ILLEGAL': 'bad_phone',
  'isp.SYSTEM_ERROR': 'unavailable',
};
/** 1 on its way, 2 failed, 3 received. */
const RECEIPTS: Record<number, SmsReceipt> = { 1: 'waiting', 2: 'lost', 3: 'delivered' };
const sdkError = z.looseObject({ code: z.string().optional(), statusCode: z.number().optional() });

/** Time and nonce of the signature are the SDK's own, so this client takes no clock. */
export class SmsLive implements Sms {
  private readonly client: DysmsClient;

  constructor(private readonly config: SmsConfig) {
    const { accessKeyId, accessKeySecret, baseUrl, timeoutMs } = config;
    const { host: endpoint, protocol } = new URL(baseUrl);
    const options = { accessKeyId, accessKeySecret, endpoint, protocol: protocol.replace(':', '') };
    const timeouts = { connectTimeout: timeoutMs, readTimeout: timeoutMs };
    this.client = new DysmsClient(new $OpenApiUtil.Config({ ...options, ...timeouts }));
  }

  async send({ phone, template, params, outId }: SmsMessage): Promise<SmsSent> {
    const templateCode = this.config.templates[template];
    if (templateCode === undefined) throw new AdapterFailure('sms', 'unknown_template');
    const { signName } = this.config;
    const templateParam = JSON.stringify(params);
    const request = new SendSmsRequest({ phoneNumbers: phone, signName, templateCode, templateParam, outId });
    const { code, providerId } = await this.submit(request);
    if (code === 'OK' && providerId) return { kind: 'accepted', providerId };
    const reason = REFUSALS[code];
    if (reason === undefined) throw new AdapterFailure('sms', code);
    return { kind: 'refused', reason };
  }

  async receipt({ phone, providerId, sentOn }: Parameters<Sms['receipt']>[0]): Promise<SmsReceipt> {
    const request = new QuerySendDetailsRequest({
      phoneNumber: phone,
      bizId: providerId,
      sendDate: sentOn.replaceAll('-', ''),
      pageSize: 10,
      currentPage: 1,
    });
    try {
      const { body } = await this.client.querySendDetails(request);
      const [detail] = body?.smsSendDetailDTOs?.smsSendDetailDTO ?? [];
      return RECEIPTS[detail?.sendStatus ?? 1] ?? 'waiting';
    } catch {
      // The SDK's error repeats the phone number; whoever waits for the receipt asks again anyway.
      return 'waiting';
    }
  }

  private async submit(request: SendSmsRequest): Promise<{ code: string; providerId?: string }> {
    try {
      const { body } = await this.client.sendSms(request);
      return { code: body?.code ?? 'unknown_reply', ...(body?.bizId === undefined ? {} : { providerId: body.bizId }) };
    } catch (error) {
      // The SDK's error is dropped: it repeats the request, and the request holds the phone number.
      const { code = '', statusCode = 0 } = sdkError.catch({}).parse(error);
      const denied = statusCode >= 400 && statusCode < 500 && !code.startsWith('Throttling');
      return { code: denied ? code || 'unknown_reply' : 'isp.SYSTEM_ERROR' };
    }
  }
}
