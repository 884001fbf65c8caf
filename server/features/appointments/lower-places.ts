import { getSlot, releaseFromGroup } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { GroupTime } from './group-booking.entity';
import { shrinkGroupTime } from './group-places';
import { endHold } from './lapse-hold';
import { endForStation } from './offer-others';

const lastOf = (tx: Tx, slotId: string, state: 'held' | 'booked'): Promise<Appointment[]> =>
  tx.em.find(Appointment, { where: { slotId, state }, order: { createdAt: 'DESC', id: 'DESC' } });

const tooMany = async (tx: Tx, slotId: string): Promise<number> => {
  const { booked, capacity } = await getSlot(tx, slotId);
  return booked - capacity;
};

/** Places of groups that no member has taken. */
async function shrinkGroups(tx: Tx, slotId: string): Promise<void> {
  const times = await tx.em.find(GroupTime, { where: { slotId, open: true }, order: { id: 'DESC' } });
  for (const { id } of times) {
    const over = await tooMany(tx, slotId);
    if (over <= 0) return;
    const count = await shrinkGroupTime(tx, id, over);
    if (count > 0) await releaseFromGroup(tx, slotId, count);
  }
}

/**
 * The time has fewer places than are taken. First goes what nobody has confirmed, the latest first; then places of groups without a
 * member; then the bookings that were made last. Who is here already is not sent away. A member's place falls back to the group, so
 * after each the group is looked at again.
 */
export async function lowerPlaces(tx: Tx, slotId: string, reason: string): Promise<void> {
  for (const row of await lastOf(tx, slotId, 'held')) {
    if ((await tooMany(tx, slotId)) <= 0) return;
    await endHold(tx, row, false);
    await shrinkGroups(tx, slotId);
  }
  await shrinkGroups(tx, slotId);
  for (const row of await lastOf(tx, slotId, 'booked')) {
    if ((await tooMany(tx, slotId)) <= 0) return;
    await endForStation(tx, row, reason);
    await shrinkGroups(tx, slotId);
  }
}
