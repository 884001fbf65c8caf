import { chinaDateTime } from '@rules/calendar';
import { getSite, getSlot, placeFreed, sayTime, type Slot } from '@server/features/sites';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { requireBookable } from './claim-slot';
import { planLapse } from './lapse-hold';
import { newAppointment, timeOf } from './new-appointment';
import { offerDeadline } from './offer-deadline';
import { isSecondOpen } from './open-one';
import { bloodGroupFor, takeAs } from './place';
import { WaitlistDay, WaitlistEntry, WaitlistOffer } from './waitlist-entry.entity';
import { changeEntry } from './waitlist-state';

/** People looked at for one freed place: who joined after so many who may not come is asked at the next one. */
const asked = 50;

/** In the published order, which is the time of joining: who waits for this time, has no other place and was not offered this one. */
const waitingFor = (tx: Tx, slot: Slot): Promise<WaitlistEntry[]> =>
  tx.em
    .createQueryBuilder(WaitlistEntry, 'entry')
    .innerJoin(WaitlistDay, 'day', 'day.entryId = entry.id')
    .where('day.siteId = :siteId AND day.type = :type AND day.onDate = :onDate', slot)
    .andWhere("entry.state = 'waiting' AND entry.fromTime <= :time AND entry.toTime >= :time", {
      time: chinaDateTime(slot.startsAt).time,
    })
    .andWhere(query => {
      const offers = query.subQuery().select('offer.id').from(WaitlistOffer, 'offer');
      return `NOT EXISTS ${offers.where('offer.entryId = entry.id AND offer.slotId = :slotId').getQuery()}`;
    })
    .andWhere(query => {
      const open = query.subQuery().select('open.id').from(Appointment, 'open');
      return `NOT EXISTS ${open.where('open.openKey = entry.personId').getQuery()}`;
    })
    .setParameter('slotId', slot.id)
    .orderBy('entry.joinedAt')
    .addOrderBy('entry.id')
    .limit(asked)
    .getMany();

async function mayCome(tx: Tx, personId: string, slot: Slot): Promise<boolean> {
  try {
    await requireBookable(tx, personId, slot);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** False when the person has another place since the list was read. */
async function insertOffer(tx: Tx, row: Appointment): Promise<boolean> {
  try {
    await tx.em.insert(Appointment, { ...row });
    return true;
  } catch (error) {
    if (isSecondOpen(error)) return false;
    throw error;
  }
}

type Outcome = 'offered' | 'not_this_person' | 'no_place';

/** The entry first: of two places freed at once, the second waits here and then asks the next person. */
async function offer(tx: Tx, entry: WaitlistEntry, slot: Slot, heldUntil: string): Promise<Outcome> {
  if (!(await mayCome(tx, entry.personId, slot))) return 'not_this_person';
  if (!(await changeEntry(tx, entry.id, 'waiting', 'offered'))) return 'not_this_person';
  const takenAs = await bloodGroupFor(tx, entry.personId, slot);
  const at = { ...timeOf(slot), personId: entry.personId, takenAs };
  const row = newAppointment(tx, { ...at, state: 'held', heldUntil, waitlistId: entry.id });
  const placed = await insertOffer(tx, row);
  if (placed && (await takeAs(tx, slot.id, takenAs))) {
    await tx.em.insert(WaitlistOffer, {
      ...{ id: newId(), entryId: entry.id, slotId: slot.id, appointmentId: row.id, offeredAt: tx.now },
    });
    await planLapse(tx, row);
    const site = await getSite(tx, slot.siteId);
    const values = { site: site.name, time: sayTime(slot.startsAt), until: sayTime(heldUntil) };
    await notify(tx, entry.personId, 'waitlist.offered', values, 'pages/booking/index');
    return 'offered';
  }
  // Quietly back as it was, all of it inside this transaction.
  if (placed) await tx.em.delete(Appointment, { id: row.id });
  await changeEntry(tx, entry.id, 'offered', 'waiting');
  return placed ? 'no_place' : 'not_this_person';
}

/**
 * Offers every free place of this time, each to the first in line whom the rules allow on that day. It runs in the transaction
 * that freed the place, so nobody who books at the same moment comes in between.
 */
export async function promoteWaiting(tx: Tx, slotId: string): Promise<void> {
  const slot = await getSlot(tx, slotId);
  const heldUntil = slot.state === 'open' ? offerDeadline(tx.now, slot.startsAt) : undefined;
  if (heldUntil === undefined) return;
  for (const entry of await waitingFor(tx, slot)) {
    if ((await offer(tx, entry, slot, heldUntil)) !== 'no_place') continue;
    // Perhaps only kept for a blood group that somebody further back has.
    const { booked, capacity } = await getSlot(tx, slotId);
    if (booked >= capacity) return;
  }
}

export const startPromoting = (app: App): void =>
  app.events.on(placeFreed, (tx, { slotId }) => promoteWaiting(tx, slotId));
