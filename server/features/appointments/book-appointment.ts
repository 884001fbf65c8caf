import type { Input } from '@contract/endpoint';
import type { bookAppointment as contract } from '@contract/appointments';
import { openQuestionnaire } from '@server/features/questionnaires';
import { getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { announce } from '@server/platform/events';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, type AppointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
import { claimPlace, requireBookable } from './claim-slot';
import { planEndOfDay } from './end-day';
import { appointmentBooked } from './events';
import { findOpenBooking } from './find-appointments';
import { newAppointment, timeOf } from './new-appointment';
import { factOf, tellAppointment } from './tell-appointment';

const alreadyBooked = (open: Appointment | null) =>
  new Refusal('ALREADY_BOOKED', 'conflict', { appointmentId: open?.id ?? null });

async function insertBooking(tx: Tx, row: Appointment): Promise<void> {
  try {
    await tx.em.insert(Appointment, { ...row });
  } catch (error) {
    // The same person booked on another phone in this very moment; the place taken above goes back with the rollback.
    if (isUniqueViolation(error, 'open_key') || isUniqueViolation(error, 'ux_appointment_open'))
      throw alreadyBooked(await findOpenBooking(tx, row.personId));
    throw error;
  }
}

export async function bookAppointment(tx: Tx, { slotId, type }: Input<typeof contract>): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const slot = await getSlot(tx, slotId);
  if (slot.type !== type) throw badField('type', 'not_the_type_of_the_slot');
  const open = await findOpenBooking(tx, personId);
  if (open) throw alreadyBooked(open);
  await requireBookable(tx, personId, slot);
  await claimPlace(tx, slot);
  const row = newAppointment(tx, { ...timeOf(slot), personId, state: 'booked' });
  await insertBooking(tx, row);
  await openQuestionnaire(tx, { appointmentId: row.id, personId, siteId: row.siteId, type, validOn: row.onDate });
  await planEndOfDay(tx, row.siteId, row.onDate);
  await tellAppointment(tx, row, 'appointment.booked');
  await announce(tx, appointmentBooked, factOf(row));
  return appointmentView(tx, row);
}
