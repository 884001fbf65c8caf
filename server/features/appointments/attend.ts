import type { IntervalType } from '@rules/interval';
import { endQuestionnaire, openQuestionnaire } from '@server/features/questionnaires';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { changeState } from './change-state';
import { newAppointment } from './new-appointment';

/** The donor of this booking has come. False when it was cancelled or checked in just now. */
export const checkInBooking = (tx: Tx, id: string): Promise<boolean> => changeState(tx, id, 'booked', 'checked_in');

/** Minutes for which a walk-in shows in the donor's list; nothing depends on it. */
const walkInMinutes = 30;

/** An appointment for somebody who came without one, so that form, queue and record work the same way. */
export async function admitWalkIn(
  tx: Tx,
  visitor: { personId: string; siteId: string; type: IntervalType },
): Promise<Appointment> {
  const row = newAppointment(tx, {
    ...visitor,
    slotId: null,
    state: 'checked_in',
    onDate: tx.today,
    startsAt: tx.now,
    endsAt: new Date(Date.parse(tx.now) + walkInMinutes * 60_000).toISOString(),
    // Beside a booking for another day, which stays; the visit sees to it that nobody waits twice.
    openKey: `walk-in:${visitor.personId}`,
  });
  await tx.em.insert(Appointment, { ...row });
  await openQuestionnaire(tx, { appointmentId: row.id, ...visitor, validOn: tx.today });
  return row;
}

/** The visit is over: with a donation, or without. */
export async function closeAttended(tx: Tx, id: string, donated: boolean): Promise<void> {
  if (!(await changeState(tx, id, 'checked_in', donated ? 'fulfilled' : 'cancelled', donated ? null : 'visit')))
    throw new Error('a visit ends with an appointment that is not checked in');
  await endQuestionnaire(tx, id);
}
