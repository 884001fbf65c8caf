import { IsNull } from 'typeorm';
import { notify } from '@server/platform/notify';
import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Account, type BoundBy } from './account.entity';
import { lapseWeakProofs } from './lapse-weak-proofs';
import type { Person } from './person.entity';
import { Session } from './session.entity';

/**
 * The account and its open sessions belong to the person from now on; tokens in use need no exchange, because the role is
 * read from the session. An account never changes its person: whose record it showed must stay traceable. A stronger proof
 * takes the place of a weaker one, and ends those of the person's other accounts.
 */
export async function bindAccount(
  tx: Tx,
  accountId: string,
  person: Pick<Person, 'id'>,
  boundBy: BoundBy,
  boundPhoneIndex: string | null = null,
): Promise<void> {
  tx.subject(person.id);
  const proof = { boundBy, boundPhoneIndex, lapsedAt: null };
  const bound = await tx.em.update(
    Account,
    { id: accountId, personId: IsNull() },
    { personId: person.id, boundAt: tx.now, ...proof },
  );
  if (bound.affected !== 1) {
    const account = await tx.em.findOneBy(Account, { id: accountId });
    if (account?.personId !== person.id) throw common('NOT_ALLOWED', 'not_allowed');
    if (account.boundBy === 'register' && boundBy !== 'register')
      await tx.em.update(Account, { id: accountId }, { boundAt: tx.now, ...proof });
  }
  if (boundBy !== 'register') await lapseWeakProofs(tx, [person.id], accountId);
  await tx.em.update(Session, { ownerId: accountId, role: 'visitor' }, { role: 'citizen', personId: person.id });
  if (bound.affected !== 1) return;
  await notify(tx, person.id, 'identity.bound', {});
}
