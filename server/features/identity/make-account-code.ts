import { randomInt } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import type { makeAccountCode as contract } from '@contract/binding';
import type { Output } from '@contract/endpoint';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { AccountCode } from './account-code.entity';
import { accountOf } from './send-bind-code';

const codeSeconds = 10 * 60;

export const accountCodeHash = (tx: Tx, code: string): string => tx.app.crypto.fingerprint('account-code', code);

/** For the counter: says which account stands there and opens nothing by itself. A new code takes the place of the one before. */
export async function makeAccountCode(tx: Tx): Promise<Output<typeof contract>> {
  const accountId = accountOf(tx.actor);
  tx.subject(tx.actor.personId ?? accountId);
  await tx.em.delete(AccountCode, { expiresAt: LessThanOrEqual(tx.now) });
  await tx.em.delete(AccountCode, { accountId });
  let code = '';
  do code = String(randomInt(100_000_000)).padStart(8, '0');
  while (await tx.em.existsBy(AccountCode, { codeHash: accountCodeHash(tx, code) }));
  const expiresAt = plusSeconds(tx.now, codeSeconds);
  await tx.em.insert(AccountCode, { id: newId(), accountId, codeHash: accountCodeHash(tx, code), expiresAt });
  return { code, expiresAt, serverTime: tx.now };
}
