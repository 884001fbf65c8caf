import { z } from 'zod';

export const smsConfigSchema = z.object({
  baseUrl: z.url().default('https://dysmsapi.aliyuncs.com'),
  accessKeyId: z.string().min(1),
  accessKeySecret: z.string().min(1),
  /** Approved signature (签名), shown in front of every message. */
  signName: z.string().min(1),
  /** Approved template code (SMS_…) by our own name of the message. */
  templates: z.record(z.string(), z.string()),
  timeoutMs: z.number().int().positive().default(5000),
});
export type SmsConfig = z.infer<typeof smsConfigSchema>;

export interface SmsMessage {
  /** Mainland mobile number, eleven digits. */
  phone: string;
  /** Our own name of the message; the configuration knows the provider's code. */
  template: string;
  params: Record<string, string>;
  /** Comes back in the delivery report; an opaque id, never personal data. */
  outId: string;
}

/** `accepted` means taken over by the provider, not delivered. `throttled` and `unavailable` may be tried again later. */
export type SmsSent =
  { kind: 'accepted'; providerId: string } | { kind: 'refused'; reason: 'bad_phone' | 'throttled' | 'unavailable' };

/** How an accepted message went on; `waiting` while the network has not answered. */
export type SmsReceipt = 'delivered' | 'lost' | 'waiting';

export interface Sms {
  send(message: SmsMessage): Promise<SmsSent>;
  /** Asks for the receipt of one message; `sentOn` is the day of sending in China. */
  receipt(message: { phone: string; providerId: string; sentOn: string }): Promise<SmsReceipt>;
}
