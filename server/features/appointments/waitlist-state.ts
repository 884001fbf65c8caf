import { updateRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { WaitlistEntry } from './waitlist-entry.entity';

type State = WaitlistEntry['state'];

/** Compare-and-swap; an entry that ends no longer stands in the way of another. */
export async function changeEntry(tx: Tx, id: string, from: State, to: State): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaitlistEntry)
    .set({ state: to, updatedAt: tx.now, ...(to === 'ended' ? { openKey: null } : {}) })
    .where('id = :id AND state = :from', { id, from })
    .execute();
  return affected === 1;
}

/** The person has a booking: whatever they waited for has come. */
export const stopWaiting = (tx: Tx, personId: string): Promise<void> =>
  updateRows(tx.em, WaitlistEntry, { openKey: personId }, { state: 'ended', openKey: null, updatedAt: tx.now });
