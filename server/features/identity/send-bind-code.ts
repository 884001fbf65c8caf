import { randomInt } from 'node:crypto';
import type { sendBindCode as contract } from '@contract/binding';
import type { Input, Output } from '@contract/endpoint';
import type { Actor } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { bindCodeTemplate } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { inTransaction } from '@server/platform/tx';
import { countAttempt } from './count-attempt';
import { PhoneCode } from './phone-code.entity';
import { phoneIndexOf, plainPhone } from './phone-index';

/** Seconds for which the digits work, and between two SMS. */
const codeSeconds = 5 * 60;
const betweenSeconds = 60;
const daySeconds = 24 * 3600;
/** SMS a day, counted for the account and for the number: whoever changes the one is held by the other. */
const most = 5;

export const accountOf = ({ accountId }: Actor): string => {
  if (!accountId) throw new Error('route admits an actor without an account');
  return accountId;
};

/** The digits count only for the account and the number for which they were sent. */
export const phoneCodeHash = (tx: Tx, accountId: string, phoneIndex: string, code: string): string =>
  tx.app.crypto.fingerprint('phone-code', `${accountId} ${phoneIndex} ${code}`);

/** In a transaction of its own: an SMS that fails afterwards must not give the try back. */
async function countSms(request: RequestScope, phoneIndex: string): Promise<void> {
  const accountId = accountOf(request.actor);
  const limits = [
    { scope: 'bind-code-pause', subject: accountId, most: 1, windowSeconds: betweenSeconds },
    { scope: 'bind-code-pause', subject: phoneIndex, most: 1, windowSeconds: betweenSeconds },
    { scope: 'bind-code', subject: accountId, most, windowSeconds: daySeconds },
    { scope: 'bind-code', subject: phoneIndex, most, windowSeconds: daySeconds },
  ];
  const refused = await inTransaction(request.app, request, async tx => {
    for (const limit of limits) {
      const attempt = await countAttempt(tx, limit);
      if (!attempt.allowed) return { code: limit.scope, retryAfterSeconds: attempt.retryAfterSeconds };
    }
    return undefined;
  });
  if (!refused) return;
  const { code, retryAfterSeconds } = refused;
  const why = code === 'bind-code' ? 'CODES_USED_UP' : 'CODE_SENT_JUST_NOW';
  throw new Refusal(why, 'too_many', { retryAfterSeconds });
}

async function keepCode(tx: Tx, phoneIndex: string, code: string): Promise<Pick<PhoneCode, 'sentAt' | 'expiresAt'>> {
  const accountId = accountOf(tx.actor);
  tx.subject(accountId);
  const times = { sentAt: tx.now, expiresAt: plusSeconds(tx.now, codeSeconds) };
  await tx.em.delete(PhoneCode, { accountId });
  const codeHash = phoneCodeHash(tx, accountId, phoneIndex, code);
  await tx.em.insert(PhoneCode, { id: newId(), accountId, phoneIndex, codeHash, tries: 0, ...times });
  return times;
}

/**
 * The same answer whoever has the number, known here or not. The digits go straight to the provider and stand nowhere in clear:
 * not in a job, not in the inbox.
 */
export async function sendBindCode(
  request: RequestScope,
  { phone }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { app } = request;
  const number = plainPhone(phone);
  const phoneIndex = phoneIndexOf(app.crypto, number);
  await countSms(request, phoneIndex);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { sentAt, expiresAt } = await request.transaction(tx => keepCode(tx, phoneIndex, code));
  const sent = await app.adapters.sms.send({
    phone: number,
    template: bindCodeTemplate,
    params: { code },
    outId: newId(),
  });
  // A number that the provider refuses answers as one that it takes: whether somebody has it is not ours to tell.
  if (sent.kind === 'refused' && sent.reason !== 'bad_phone') throw new Refusal('SMS_UNAVAILABLE', 'unavailable');
  return { expiresAt, againAt: plusSeconds(sentAt, betweenSeconds), serverTime: sentAt };
}
