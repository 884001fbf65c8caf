import { endQuestionnaire } from '@server/features/questionnaires';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, isChangeable, type AppointmentView } from './appointment-view';
import type { Appointment } from './appointment.entity';
import { changeState } from './change-state';
import { appointmentCancelled, type WhyCancelled } from './events';
import { getOwnAppointment } from './find-appointments';
import { giveBack } from './place';
import { factOf, tellAppointment } from './tell-appointment';

const cancelledBy = {
  by_donor: 'donor',
  by_questionnaire: 'rules',
  not_eligible: 'rules',
  by_station: 'station',
} as const satisfies Record<WhyCancelled, Appointment['cancelledBy']>;

/** Gives the place back. False when the booking was no longer open. */
export async function endBooking(tx: Tx, row: Appointment, why: WhyCancelled): Promise<boolean> {
  if (!(await changeState(tx, row.id, 'booked', 'cancelled', cancelledBy[why]))) return false;
  await giveBack(tx, row);
  await endQuestionnaire(tx, row.id);
  await announce(tx, appointmentCancelled, { ...factOf(row), why });
  return true;
}

/** The same, and tells the donor. */
export async function cancelBooking(
  tx: Tx,
  row: Appointment,
  why: Exclude<WhyCancelled, 'by_station'>,
): Promise<boolean> {
  const ended = await endBooking(tx, row, why);
  if (ended) await tellAppointment(tx, row, 'appointment.cancelled');
  return ended;
}

export async function cancelAppointment(tx: Tx, appointmentId: string): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (!isChangeable(row, tx.now) || !(await cancelBooking(tx, row, 'by_donor')))
    throw new Refusal('NOT_CHANGEABLE', 'conflict');
  return appointmentView(tx, { ...row, state: 'cancelled', cancelledBy: 'donor' });
}
