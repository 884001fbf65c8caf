import { IsNull } from 'typeorm';
import { maskName } from '@rules/identifiers';
import { withdrawAll } from '@server/features/consent';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { DelegationCode } from './delegation-code.entity';
import { Delegation } from './delegation.entity';
import { personLeft } from './events';
import { getPerson, openName } from './find-people';
import { detachAccount } from './linked-accounts';
import { lockPeople } from './lock-people';
import { Person } from './person.entity';
import { Session } from './session.entity';

/** Whoever acted for the person, or was acted for, is told: it would otherwise end without a word. */
async function endDelegations(tx: Tx, personId: string): Promise<void> {
  await tx.em.delete(DelegationCode, { donorId: personId });
  const open = await tx.em.findBy(Delegation, [
    { donorId: personId, endedAt: IsNull() },
    { helperId: personId, endedAt: IsNull() },
  ]);
  const name = maskName(openName(tx, await getPerson(tx, personId)));
  for (const { id, donorId, helperId } of open) {
    await tx.em.update(Delegation, { id }, { endedAt: tx.now, openKey: null });
    await notify(tx, donorId === personId ? helperId : donorId, 'delegation.ended', { name });
  }
}

/**
 * Records of donations, tests and forms are the station's and are kept as long as the law says; they show in no account any more. Who
 * comes back proves who they are and finds them again.
 */
export async function leaveService(tx: Tx): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  // Whoever books for the person at this moment has done so before; it ends here.
  await lockPeople(tx, [personId]);
  let keepsPhone = false;
  await announce(tx, personLeft, { personId, keepPhone: () => void (keepsPhone = true) });
  const accounts = await tx.em.findBy(Account, { personId });
  await withdrawAll(tx, [personId, ...accounts.map(({ id }) => id)]);
  await endDelegations(tx, personId);
  if (!keepsPhone) await tx.em.update(Person, { id: personId }, { phoneSealed: null, phoneIndex: null });
  for (const account of accounts) await detachAccount(tx, account);
  // Also those in which somebody acts for the person.
  await tx.em.update(Session, { personId, revokedAt: IsNull() }, { revokedAt: tx.now });
  return { done: true };
}
