import { In, IsNull } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { DelegationCode } from './delegation-code.entity';
import { Delegation } from './delegation.entity';
import { Person } from './person.entity';
import { Session } from './session.entity';

/**
 * The person was seen with their document, or has proved who they are in a stronger way. Whoever bound an account with name and
 * card number alone may be somebody else: from here on medical facts come into being, and such an account shows none of them. It
 * is a visitor until it is proved; relatives whom it admitted are out, and its number gets no SMS about the person any more.
 * `except` is the account that the person has just proved.
 */
export async function lapseWeakProofs(tx: Tx, personId: string, except?: string): Promise<void> {
  const weak = (await tx.em.findBy(Account, { personId, boundBy: 'register', lapsedAt: IsNull() })).filter(
    ({ id }) => id !== except,
  );
  if (weak.length === 0) return;
  const ids = weak.map(({ id }) => id);
  await tx.em.update(Account, { id: In(ids) }, { lapsedAt: tx.now });
  await tx.em.update(Session, { ownerId: In(ids), role: 'citizen' }, { role: 'visitor', personId: null });
  await tx.em.delete(DelegationCode, { donorId: personId });
  await tx.em.update(Delegation, { donorId: personId, endedAt: IsNull() }, { endedAt: tx.now, openKey: null });
  for (const { boundPhoneIndex } of weak)
    if (boundPhoneIndex !== null)
      await tx.em.update(
        Person,
        { id: personId, phoneIndex: boundPhoneIndex },
        { phoneSealed: null, phoneIndex: null },
      );
}
