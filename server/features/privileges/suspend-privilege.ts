import type { Input } from '@contract/endpoint';
import type { suspendPrivilege as contract } from '@contract/privileges';
import { Donor } from '@server/features/donors';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { insertHolder } from './insert-holder';
import { PrivilegeHolder } from './privilege-holder.entity';
import { revokeCodes } from './revoke-codes';

/** Ends the donor's unused codes at once and mints no more; restoring does not bring the old codes back. */
export async function suspendPrivilege(tx: Tx, command: Input<typeof contract>): Promise<{ done: true }> {
  const donor = await tx.em.findOneBy(Donor, { certificateNumber: command.certificateNumber });
  if (!donor) throw notFound();
  const { personId } = donor;
  const { suspended, reason } = command;
  tx.subject(personId);
  await setSuspension(tx, { personId, suspended, suspendReasonSealed: tx.app.crypto.seal('secret', reason) });
  if (suspended) await revokeCodes(tx, personId, ['device', 'paper']);
  return { done: true };
}

type Suspension = Pick<PrivilegeHolder, 'personId' | 'suspended' | 'suspendReasonSealed'>;

async function setSuspension(tx: Tx, suspension: Suspension): Promise<void> {
  const { personId, suspended, suspendReasonSealed } = suspension;
  const result = await tx.em
    .createQueryBuilder()
    .update(PrivilegeHolder)
    .set({ suspended, suspendReasonSealed, epoch: () => 'epoch + 1', changes: () => 'changes + 1', updatedAt: tx.now })
    .where('person_id = :personId', { personId })
    .execute();
  if (result.affected === 1) return;
  // No device yet: the first mint will find the suspension.
  if (!(await insertHolder(tx, { ...suspension, sessionId: '' }))) await setSuspension(tx, suspension);
}
