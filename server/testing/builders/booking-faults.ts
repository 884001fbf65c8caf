import { In, type EntityManager } from 'typeorm';
import { Appointment, GroupTime, WaitlistEntry } from '@server/features/appointments';
import { Slot } from '@server/features/sites';

type Open = Pick<Appointment, 'id' | 'personId' | 'slotId' | 'state' | 'groupId' | 'waitlistId' | 'openKey'>;

const tally = (keys: readonly (string | null)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/**
 * What must hold after any number of bookings by any number of processes, however they ended: every taken place has exactly one
 * live hold or booking, nobody has two, an offer has its held place. Each fault in words; none is what a test expects.
 */
export async function bookingFaults(em: EntityManager, slotIds: readonly string[]): Promise<string[]> {
  const slots = await em.findBy(Slot, { id: In([...slotIds]) });
  const live: Open[] = await em.findBy(Appointment, {
    slotId: In([...slotIds]),
    state: In(['held', 'booked', 'checked_in', 'fulfilled', 'no_show']),
  });
  const quotas = await em.findBy(GroupTime, { slotId: In([...slotIds]) });
  const entries = await em.findBy(WaitlistEntry, { state: 'offered' });
  const taken = tally(live.map(({ slotId }) => slotId));
  const faults: string[] = [];
  for (const { id, booked, capacity, groupHeld } of slots) {
    const untaken = quotas
      .filter(({ slotId }) => slotId === id)
      .reduce((sum, quota) => sum + quota.places - quota.taken, 0);
    if (groupHeld !== untaken) faults.push(`${groupHeld} places kept for groups whose quotas have ${untaken} left`);
    const people = taken.get(id) ?? 0;
    if (booked !== people + groupHeld) faults.push(`${booked} places taken by ${people} people and ${groupHeld} kept`);
    if (booked > capacity) faults.push(`${booked} places taken of ${capacity}`);
  }
  // Of all times: somebody may have the second booking elsewhere.
  const open: Open[] = await em.findBy(Appointment, { state: In(['held', 'booked']) });
  for (const { openKey, personId } of open) if (openKey !== personId) faults.push('an open booking without its key');
  for (const count of tally(open.map(({ personId }) => personId)).values())
    if (count > 1) faults.push(`${count} open bookings of one person`);
  const offers = tally(open.filter(({ state }) => state === 'held').map(({ waitlistId }) => waitlistId));
  for (const { id } of entries) if (offers.get(id) !== 1) faults.push('an offer without its held place');
  for (const [id, count] of offers)
    if (count !== 1 || !entries.some(entry => entry.id === id)) faults.push('a held place without its offer');
  return faults;
}
