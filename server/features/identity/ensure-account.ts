import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Account, type Host } from './account.entity';

/** The account of this user of the host, made at the first sign-in. Two first sign-ins at once get the same one. */
export async function ensureAccount(tx: Tx, user: { host: Host; hostUserId: string }): Promise<Account> {
  const { host, hostUserId } = user;
  const hostUserIndex = tx.app.crypto.fingerprint(`host ${host}`, hostUserId);
  const existing = await tx.em.findOneBy(Account, { host, hostUserIndex });
  if (existing) return existing;
  await tx.em
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values({
      id: newId(),
      host,
      hostUserIndex,
      hostUserSealed: tx.app.crypto.seal('identity', hostUserId),
      personId: null,
      boundAt: null,
      createdAt: tx.now,
    })
    .orIgnore()
    .execute();
  return tx.em.findOneByOrFail(Account, { host, hostUserIndex });
}
