import type { Input } from '@contract/endpoint';
import type { bookAppointment as contract } from '@contract/appointments';
import { getSite, getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, newAppointmentView, type AppointmentView } from './appointment-view';
import { claimPlace, refuseWhenFull, requireBookable } from './claim-slot';
import { newAppointment, timeOf } from './new-appointment';
import { clearTheWay, insertOpen } from './open-one';
import { bloodGroupFor } from './place';
import { confirmHeld, settleBooking } from './settle-booking';

/** At once, without a hold before it; an own hold of this time becomes the booking. */
export async function bookAppointment(tx: Tx, { slotId, type }: Input<typeof contract>): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const slot = await getSlot(tx, slotId);
  if (slot.type !== type) throw badField('type', 'not_the_type_of_the_slot');
  const held = await clearTheWay(tx, personId, slotId);
  await requireBookable(tx, personId, slot);
  const confirmed = held && (await confirmHeld(tx, held));
  if (confirmed) return appointmentView(tx, confirmed);
  await refuseWhenFull(tx, slot);
  const takenAs = await bloodGroupFor(tx, personId, slot);
  const site = await getSite(tx, slot.siteId);
  const row = newAppointment(tx, { ...timeOf(slot), takenAs, personId, state: 'booked' });
  await insertOpen(tx, row);
  await settleBooking(tx, row, site);
  await claimPlace(tx, slot, takenAs);
  return newAppointmentView(tx, row, site);
}
