import { In, IsNull } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { DelegationCode } from './delegation-code.entity';
import { Delegation } from './delegation.entity';
import { Person } from './person.entity';
import { Session } from './session.entity';

/**
 * The person was seen with their document, or has proved who they are in a stronger way. Whoever bound an account with name and
 * card number alone may be somebody else: from here on medical facts come into being, and such an account shows none of them. The
 * same when a station tells of a donation that was not entered here. It is a visitor until it is proved; whoever it let act for the
 * person is out, it acts for nobody else, and its number gets no SMS about the person any more. `except` is the account that the person has just proved.
 */
export async function lapseWeakProofs(tx: Tx, personIds: readonly string[], except?: string): Promise<void> {
  if (personIds.length === 0) return;
  const of = { personId: In([...personIds]), boundBy: 'register' as const, lapsedAt: IsNull() };
  const weak = (await tx.em.findBy(Account, of)).filter(({ id }) => id !== except);
  if (weak.length === 0) return;
  const ids = In(weak.map(({ id }) => id));
  const theirs = In(weak.flatMap(({ personId }) => personId ?? []));
  await tx.em.update(Account, { id: ids }, { lapsedAt: tx.now });
  await tx.em.update(Session, { ownerId: ids, role: 'citizen' }, { role: 'visitor', personId: null });
  await tx.em.delete(DelegationCode, { donorId: theirs });
  const ended = { endedAt: tx.now, openKey: null };
  await tx.em.update(Delegation, { donorId: theirs, endedAt: IsNull() }, ended);
  await tx.em.update(Delegation, { helperId: theirs, endedAt: IsNull() }, ended);
  for (const { personId, boundPhoneIndex } of weak)
    if (personId !== null && boundPhoneIndex !== null)
      await tx.em.update(
        Person,
        { id: personId, phoneIndex: boundPhoneIndex },
        { phoneSealed: null, phoneIndex: null },
      );
}
