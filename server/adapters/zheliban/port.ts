import type { DocType } from '@rules/vocabulary';
import { z } from 'zod';

const keys = { accessKey: z.string().min(1), secretKey: z.string().min(1) };

export const zhelibanConfigSchema = z.object({
  /** Collaboration gateway (业务协同网关) with its path; `https://bcdsg.zj.gov.cn:8443/restapi/prod` on the extranet. */
  baseUrl: z.url().default('https://ibcdsg.zj.gov.cn:8443/restapi/prod'),
  /** Unified sign-on (统一单点登录), all containers. */
  unified: z.object({ ...keys, appId: z.string().min(1) }),
  /** Personal sign-on (个人单点登录) of the older App redirect; without it such tickets are refused. */
  personal: z.object(keys).optional(),
  /** Whether a person without a level in the reply of the unified sign-on counts as real-name; ask the account manager. */
  unifiedWithoutLevel: z.enum(['verified', 'unverified']).default('unverified'),
  timeoutMs: z.number().int().positive().default(5000),
});
export type ZhelibanConfig = z.infer<typeof zhelibanConfigSchema>;

/** `ticket` comes back from the redirect of the App, `ticketId` from `ZWJSBridge.ssoTicket`. Not interchangeable. */
export interface ZhelibanTicket {
  kind: 'ticket' | 'ticketId';
  value: string;
}

/** A name and number that the government platform vouches for. */
export interface ZhelibanVerified {
  name: string;
  docType: DocType;
  docNumber: string;
  phone?: string;
}

export type ZhelibanSignIn =
  | { kind: 'ok'; userId: string; verified?: ZhelibanVerified }
  | { kind: 'refused'; reason: 'ticket_expired' | 'ticket_invalid' | 'not_a_person' | 'unavailable' };

export interface Zheliban {
  signIn(ticket: ZhelibanTicket): Promise<ZhelibanSignIn>;
}
