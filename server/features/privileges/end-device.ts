import { accountUnlinked, personLeft } from '@server/features/identity';
import type { App } from '@server/platform/app';
import { PrivilegeHolder } from './privilege-holder.entity';
import { revokeCodes } from './revoke-codes';

/** The phone whose account was unlinked holds no code that works: its epoch is over, what it has for offline use is on the list. */
export function startEndingDevices(app: App): void {
  app.events.on(accountUnlinked, async (tx, { personId, sessionIds }) => {
    if (sessionIds.length === 0) return;
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(PrivilegeHolder)
      .set({ sessionId: '', epoch: () => 'epoch + 1', changes: () => 'changes + 1', updatedAt: tx.now })
      .where('person_id = :personId AND session_id IN (:...sessionIds)', { personId, sessionIds: [...sessionIds] })
      .execute();
    if (affected === 1) await revokeCodes(tx, personId, ['device']);
  });
  // Cards on paper, too.
  app.events.on(personLeft, (tx, { personId }) => revokeCodes(tx, personId, ['device', 'paper']));
}
