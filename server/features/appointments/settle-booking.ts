import { openQuestionnaire } from '@server/features/questionnaires';
import type { SiteDetails } from '@server/features/sites';
import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { planDay } from './end-day';
import { appointmentBooked } from './events';
import { factOf, tellAppointment } from './tell-appointment';
import { stopWaiting } from './waitlist-state';

/** What follows every booking, however the place was come by. */
export async function settleBooking(tx: Tx, row: Appointment, site?: SiteDetails): Promise<void> {
  const { id, personId, siteId, type, onDate } = row;
  await openQuestionnaire(tx, { appointmentId: id, personId, siteId, type, validOn: onDate });
  await stopWaiting(tx, personId);
  await planDay(tx, siteId, onDate);
  await tellAppointment(tx, row, 'appointment.booked', site);
  await announce(tx, appointmentBooked, factOf(row));
}

/** A live hold becomes the booking; undefined when its time ran out or it ended meanwhile. */
export async function confirmHeld(tx: Tx, row: Appointment): Promise<Appointment | undefined> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ state: 'booked', heldUntil: null, updatedAt: tx.now })
    .where("id = :id AND state = 'held' AND held_until > :now AND starts_at > :now", { id: row.id, now: tx.now })
    .execute();
  if (affected !== 1) return undefined;
  const booked: Appointment = { ...row, state: 'booked', heldUntil: null };
  await settleBooking(tx, booked);
  return booked;
}
