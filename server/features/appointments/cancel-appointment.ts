import { endQuestionnaire } from '@server/features/questionnaires';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, isChangeable, type AppointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
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

/**
 * Compare-and-swap on the place as well as on the state: a booking that has moved since it was read is still a booking, and the
 * place to give back is then another one.
 */
async function cancelAt(tx: Tx, row: Appointment, by: Appointment['cancelledBy']): Promise<boolean> {
  const { id, slotId, groupId } = row;
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ state: 'cancelled', openKey: null, cancelledBy: by, updatedAt: tx.now })
    .where("id = :id AND state = 'booked' AND slot_id = :slotId", { id, slotId })
    .andWhere("COALESCE(group_id, '') = :groupId", { groupId: groupId ?? '' })
    .execute();
  return affected === 1;
}

/** Gives the place back. False when the booking is no longer open, or no longer at the time that was read. */
export async function endBooking(tx: Tx, row: Appointment, why: WhyCancelled): Promise<boolean> {
  if (!(await cancelAt(tx, row, cancelledBy[why]))) return false;
  await giveBack(tx, row);
  await endQuestionnaire(tx, row.id);
  await announce(tx, appointmentCancelled, { ...factOf(row), why });
  return true;
}

/** The same wherever the booking has moved to meanwhile, and tells the donor. */
export async function cancelBooking(
  tx: Tx,
  row: Appointment,
  why: Exclude<WhyCancelled, 'by_station'>,
  tell: (ended: Appointment) => Promise<void> = ended => tellAppointment(tx, ended, 'appointment.cancelled'),
): Promise<Appointment | undefined> {
  for (
    let now: Appointment | null = row;
    now;
    now = await tx.em.findOneBy(Appointment, { id: row.id, state: 'booked' })
  )
    if (await endBooking(tx, now, why)) {
      await tell(now);
      return now;
    }
  return undefined;
}

export async function cancelAppointment(tx: Tx, appointmentId: string): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  const cancelled = isChangeable(row, tx.now) ? await cancelBooking(tx, row, 'by_donor') : undefined;
  if (!cancelled) throw new Refusal('NOT_CHANGEABLE', 'conflict');
  return appointmentView(tx, { ...cancelled, state: 'cancelled', cancelledBy: 'donor' });
}
