import type { Tx } from '@server/platform/tx';
import { Refusal } from '@server/platform/refusal';
import { insertHolder } from './insert-holder';
import { PrivilegeHolder } from './privilege-holder.entity';

/**
 * Makes the session the donor's one live device and returns the epoch of its codes. Another device starts a new
 * epoch, which ends the unused codes of the one before.
 */
export async function takeDevice(tx: Tx, personId: string, sessionId: string): Promise<number> {
  const taken =
    (await sameDevice(tx, personId, sessionId)) ||
    (await otherDevice(tx, personId, sessionId)) ||
    (await firstDevice(tx, personId, sessionId));
  // Another device was the donor's first between the two statements: now there is a row to update.
  if (!taken) return takeDevice(tx, personId, sessionId);
  const { epoch } = await tx.em.findOneByOrFail(PrivilegeHolder, { personId });
  return epoch;
}

async function sameDevice(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const result = await tx.em
    .createQueryBuilder()
    .update(PrivilegeHolder)
    .set({ changes: () => 'changes + 1' })
    .where('person_id = :personId AND session_id = :sessionId AND suspended = 0', { personId, sessionId })
    .execute();
  return result.affected === 1;
}

async function otherDevice(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  const result = await tx.em
    .createQueryBuilder()
    .update(PrivilegeHolder)
    .set({ sessionId, epoch: () => 'epoch + 1', changes: () => 'changes + 1', updatedAt: tx.now })
    .where('person_id = :personId AND suspended = 0', { personId })
    .execute();
  return result.affected === 1;
}

async function firstDevice(tx: Tx, personId: string, sessionId: string): Promise<boolean> {
  if (await tx.em.existsBy(PrivilegeHolder, { personId, suspended: true }))
    throw new Refusal('PRIVILEGE_SUSPENDED', 'not_allowed');
  return insertHolder(tx, { personId, sessionId, suspended: false, suspendReasonSealed: null });
}
