import { endQuestionnaire } from '@server/features/questionnaires';
import { releasePlace } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, isChangeable, type AppointmentView } from './appointment-view';
import type { Appointment } from './appointment.entity';
import { changeState } from './change-state';
import { appointmentCancelled } from './events';
import { getOwnAppointment } from './find-appointments';
import { factOf, tellAppointment } from './tell-appointment';

/** Gives the place back and tells the donor. False when the booking was no longer open. */
export async function cancelBooking(
  tx: Tx,
  row: Appointment,
  why: 'by_donor' | 'by_questionnaire' | 'not_eligible',
): Promise<boolean> {
  if (!(await changeState(tx, row.id, 'booked', 'cancelled'))) return false;
  if (row.slotId !== null) await releasePlace(tx, row.slotId);
  await endQuestionnaire(tx, row.id);
  await tellAppointment(tx, row, 'appointment.cancelled');
  await announce(tx, appointmentCancelled, { ...factOf(row), why });
  return true;
}

export async function cancelAppointment(tx: Tx, appointmentId: string): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (!isChangeable(row, tx.now) || !(await cancelBooking(tx, row, 'by_donor')))
    throw new Refusal('NOT_CHANGEABLE', 'conflict');
  return appointmentView(tx, { ...row, state: 'cancelled' });
}
