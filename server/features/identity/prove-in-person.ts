import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { lapseWeakProofs } from './lapse-weak-proofs';

/**
 * Staff have the person and the document in front of them. The account whose code the person shows on their own phone is proved by
 * that; any other that was bound with name and card number alone counts no longer.
 */
export async function proveInPerson(tx: Tx, personId: string, accountId?: string): Promise<void> {
  if (accountId !== undefined)
    await tx.em.update(
      Account,
      { id: accountId, personId, boundBy: 'register' },
      { boundBy: 'counter', boundPhoneIndex: null },
    );
  await lapseWeakProofs(tx, personId, accountId);
}
