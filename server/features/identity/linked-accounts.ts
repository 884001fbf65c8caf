import { IsNull } from 'typeorm';
import type { listLinkedAccounts, unlinkAccount as contract } from '@contract/binding';
import type { Input, Output } from '@contract/endpoint';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { AccountCode } from './account-code.entity';
import { Account } from './account.entity';
import { accountUnlinked } from './events';
import { PastLink } from './past-link.entity';
import { Person } from './person.entity';
import { Session } from './session.entity';
import { requireStrongProof } from './weak-proof';

const hostNames = { wechat: '微信', alipay: '支付宝', zheliban: '浙里办' } as const;

/** Every account that shows, or as long as its proof counted showed, the record of the person in session; the newest first. */
export async function findLinkedAccounts(tx: Tx): Promise<Output<typeof listLinkedAccounts>> {
  const accounts = await tx.em.find(Account, {
    where: { personId: personOf(tx.actor) },
    order: { boundAt: 'DESC', id: 'ASC' },
  });
  return {
    items: accounts.map(({ id, host, boundAt, boundBy, lapsedAt }) => ({
      ...{ id, host, since: boundAt, boundBy },
      lapsed: lapsedAt !== null,
      current: id === tx.actor.accountId,
    })),
  };
}

/** Answers those that had ended before as well: a phone that signed out still has what it made there for use without a network. */
async function endSessions(tx: Tx, accountId: string): Promise<string[]> {
  await tx.em.update(Session, { ownerId: accountId, revokedAt: IsNull() }, { revokedAt: tx.now });
  const all = await tx.em.find(Session, { where: { ownerId: accountId }, select: { id: true } });
  return all.map(({ id }) => id);
}

/** The number was proved by whoever bound this account, who may be somebody else: without the account no later proof would take it away. */
async function forgetWeakNumber(tx: Tx, { personId, boundBy, boundPhoneIndex, lapsedAt }: Account): Promise<void> {
  if (personId === null || boundPhoneIndex === null || boundBy !== 'register' || lapsedAt !== null) return;
  await tx.em.update(Person, { id: personId, phoneIndex: boundPhoneIndex }, { phoneSealed: null, phoneIndex: null });
}

/** False when it was detached at this very moment. */
export async function detachAccount(tx: Tx, account: Account): Promise<boolean> {
  const { id, personId, host, boundAt, boundBy } = account;
  if (personId === null) return false;
  const nobody = { personId: null, boundAt: null, boundBy: null, boundPhoneIndex: null, lapsedAt: null };
  const detached = await tx.em.update(Account, { id, personId }, nobody);
  if (detached.affected !== 1) return false;
  await tx.em.insert(PastLink, {
    ...{ id: newId(), accountId: id, personId, host, boundAt, boundBy, endedAt: tx.now },
    endedBy: tx.actor.assistedBy ? 'staff' : 'donor',
  });
  await tx.em.delete(AccountCode, { accountId: id });
  await forgetWeakNumber(tx, account);
  await announce(tx, accountUnlinked, { personId, sessionIds: await endSessions(tx, id) });
  return true;
}

/**
 * The account shows nothing of this person from here on and may be bound anew, by whoever uses it then. It is told to the person: in
 * the inbox, on the other accounts and by SMS, so that nobody is put out unnoticed.
 */
export async function unlinkAccount(tx: Tx, { accountId }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const account = await tx.em.findOneBy(Account, { id: accountId, personId });
  if (!account) throw notFound();
  if (accountId !== tx.actor.accountId) await requireStrongProof(tx);
  if (!(await detachAccount(tx, account))) throw notFound();
  await notify(tx, personId, 'identity.unlinked', { host: hostNames[account.host] }, 'features/account/pages/linked');
  return { done: true };
}
