import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { bindAccount } from './bind-account';
import { lapseWeakProofs } from './lapse-weak-proofs';

/**
 * Staff have the person and the document in front of them. The account whose code the person shows on their own phone is proved by
 * that, also when it counted no longer by then; any other that was bound with name and card number alone counts no longer. One that
 * was unlinked since the code was shown stays unlinked.
 */
export async function proveInPerson(tx: Tx, personId: string, accountId?: string): Promise<void> {
  const isTheirs = accountId !== undefined && (await tx.em.existsBy(Account, { id: accountId, personId }));
  if (!isTheirs) await lapseWeakProofs(tx, [personId]);
  else await bindAccount(tx, accountId, { id: personId }, 'counter');
}
