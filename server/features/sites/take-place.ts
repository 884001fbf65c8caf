import type { Tx } from '@server/platform/tx';
import { Slot } from './slot.entity';

/**
 * Takes one place, or answers false when none is left. The condition and the change are one statement: of any number of
 * requests for the last place the database lets exactly one through, on one connection or on many.
 */
export async function takePlace(tx: Tx, slotId: string): Promise<boolean> {
  const result = await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set({ booked: () => 'booked + 1' })
    .where("id = :slotId AND booked < capacity AND state = 'open'", { slotId })
    .execute();
  return result.affected === 1;
}

export async function releasePlace(tx: Tx, slotId: string): Promise<void> {
  await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set({ booked: () => 'booked - 1' })
    .where('id = :slotId AND booked > 0', { slotId })
    .execute();
}
