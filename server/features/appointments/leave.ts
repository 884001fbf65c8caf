import { In } from 'typeorm';
import { ownDataAsked, personLeft } from '@server/features/identity';
import type { App } from '@server/platform/app';
import { appointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
import { cancelBooking } from './cancel-appointment';
import { findAppointmentsOf } from './find-appointments';
import { endHold } from './lapse-hold';
import { stopWaiting } from './waitlist-state';

/** Nobody is told: the person has just said so, and reads no messages any more. */
const tellNobody = () => Promise.resolve();

export function startLeaving(app: App): void {
  app.events.on(ownDataAsked, async (tx, { personId, add }) => {
    const rows = [];
    for (const row of await findAppointmentsOf(tx, personId)) rows.push(await appointmentView(tx, row));
    add('预约', rows);
  });
  app.events.on(personLeft, async (tx, { personId }) => {
    // First, so that the place that comes free is not offered to the one who leaves.
    await stopWaiting(tx, personId);
    const open = await tx.em.findBy(Appointment, { openKey: personId, state: In(['held', 'booked']) });
    for (const row of open)
      if (row.state !== 'held' || !(await endHold(tx, row, false)))
        await cancelBooking(tx, row, 'by_donor', tellNobody);
  });
}
