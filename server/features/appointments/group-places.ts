import { releaseFromGroup, releasePlace, takePlace } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { GroupTime } from './group-booking.entity';

const change = async (
  tx: Tx,
  set: Partial<Record<'taken' | 'places', string>> & { open?: boolean },
  condition: string,
  parameters: Record<string, string | number>,
): Promise<boolean> => {
  const { open, ...counts } = set;
  const values = Object.fromEntries(Object.entries(counts).map(([column, sql]) => [column, () => sql]));
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(GroupTime)
    .set({ ...values, ...(open === undefined ? {} : { open }) })
    .where(condition)
    .setParameters(parameters)
    .execute();
  return affected === 1;
};

/** One of the group's places at this time. The quota and its change are one statement, as with places. */
export async function takeGroupPlace(tx: Tx, groupId: string, slotId: string): Promise<boolean> {
  const mine = { groupId, slotId };
  const taken = 'group_id = :groupId AND slot_id = :slotId AND taken < places AND open = 1';
  if (!(await change(tx, { taken: 'taken + 1' }, taken, mine))) return false;
  if (await takePlace(tx, slotId, { groupId })) return true;
  // The time was closed meanwhile.
  await change(tx, { taken: 'taken - 1' }, 'group_id = :groupId AND slot_id = :slotId', mine);
  return false;
}

/** A place of a member comes back: to the group while it is open. False: the group is over, the place is the public's. */
export async function giveBackGroupPlace(tx: Tx, groupId: string, slotId: string): Promise<boolean> {
  const mine = { groupId, slotId };
  const one = 'group_id = :groupId AND slot_id = :slotId AND taken > 0';
  if (await change(tx, { taken: 'taken - 1' }, `${one} AND open = 1`, mine)) {
    await releasePlace(tx, slotId, { groupId });
    return true;
  }
  await change(tx, { taken: 'taken - 1', places: 'places - 1' }, `${one} AND open = 0`, mine);
  return false;
}

/** Takes up to `most` places back that no member has; answers how many. */
export async function shrinkGroupTime(tx: Tx, id: string, most: number): Promise<number> {
  for (;;) {
    const { places, taken, open } = await tx.em.findOneByOrFail(GroupTime, { id });
    const count = open ? Math.min(most, places - taken) : 0;
    if (count <= 0) return 0;
    // Members go on booking: what was read must still hold.
    const unchanged = 'id = :id AND open = 1 AND places = :places AND taken = :taken';
    if (await change(tx, { places: 'places - :count' }, unchanged, { id, places, taken, count })) return count;
  }
}

/** Places that no member has taken go to the waiting list and then to everybody. */
export async function releaseTime(tx: Tx, { id }: GroupTime): Promise<void> {
  for (;;) {
    const { slotId, places, taken, open } = await tx.em.findOneByOrFail(GroupTime, { id });
    if (!open) return;
    // Members go on booking: what was read must still hold.
    const unchanged = 'id = :id AND open = 1 AND places = :places AND taken = :taken';
    if (!(await change(tx, { places: 'taken', open: false }, unchanged, { id, places, taken }))) continue;
    if (places > taken) await releaseFromGroup(tx, slotId, places - taken);
    return;
  }
}
