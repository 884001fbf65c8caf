import type { Input } from '@contract/endpoint';
import type { bookAppointment as contract } from '@contract/appointments';
import { getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, type AppointmentView } from './appointment-view';
import { claimPlace, requireBookable } from './claim-slot';
import { newAppointment, timeOf } from './new-appointment';
import { clearTheWay, insertOpen } from './open-one';
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
  const place = await claimPlace(tx, personId, slot);
  const row = newAppointment(tx, { ...timeOf(slot), ...place, personId, state: 'booked' });
  await insertOpen(tx, row);
  await settleBooking(tx, row);
  return appointmentView(tx, row);
}
