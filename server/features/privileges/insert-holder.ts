import { isUniqueViolation } from '@server/platform/db/errors';
import type { Tx } from '@server/platform/tx';
import { PrivilegeHolder } from './privilege-holder.entity';

type Holder = Pick<PrivilegeHolder, 'personId' | 'sessionId' | 'suspended' | 'suspendReasonSealed'>;

/** False when another transaction wrote the donor's row first. */
export async function insertHolder(tx: Tx, holder: Holder): Promise<boolean> {
  try {
    await tx.em.insert(PrivilegeHolder, { ...holder, epoch: 1, changes: 0, updatedAt: tx.now });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
