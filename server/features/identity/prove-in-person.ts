import type { Tx } from '@server/platform/tx';
import { bindAccount } from './bind-account';
import { lapseWeakProofs } from './lapse-weak-proofs';

/**
 * Staff have the person and the document in front of them. The account whose code the person shows on their own phone is proved by
 * that, also when it counted no longer by then; any other that was bound with name and card number alone counts no longer.
 */
export async function proveInPerson(tx: Tx, personId: string, accountId?: string): Promise<void> {
  if (accountId === undefined) await lapseWeakProofs(tx, [personId]);
  else await bindAccount(tx, accountId, { id: personId }, 'counter');
}
