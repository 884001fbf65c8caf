import { In } from 'typeorm';
import { donationsChanged } from '@server/features/donations';
import { isOpenlyForbidden } from '@server/features/eligibility';
import { lockPeople } from '@server/features/identity';
import { questionnaireSubmitted } from '@server/features/questionnaires';
import type { App } from '@server/platform/app';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { cancelBooking } from './cancel-appointment';
import { cancelDeferred, tellDeferred } from './cancel-deferred';
import { closeHopeless } from './close-hopeless';
import { endHold } from './lapse-hold';
import { tellAppointment } from './tell-appointment';
import { WaitlistEntry } from './waitlist-entry.entity';

/**
 * Ends holds, and bookings with a message, whose day has become too early: the person has just given elsewhere or as a walk-in. Only
 * for reasons that the donor knows, as with deferrals.
 */
async function cancelForbidden(tx: Tx, personIds: readonly string[]): Promise<void> {
  // Whoever books at this moment has done so before, or reads the donation after this.
  await lockPeople(tx, [...personIds].sort());
  const openKey = In([...personIds]);
  const open = await tx.em.findBy(Appointment, { openKey, state: In(['held', 'booked']) });
  for (const row of open) {
    if (!(await isOpenlyForbidden(tx, row.personId, row.type, row.onDate))) continue;
    // A hold that was confirmed a moment ago is a booking now.
    const isGone = row.state === 'held' && (await endHold(tx, row, false));
    if (!isGone)
      await cancelBooking(tx, row, 'not_eligible', ended =>
        tellAppointment(tx, ended, 'appointment.cancelled-too-soon'),
      );
  }
  for (const { personId } of await tx.em.findBy(WaitlistEntry, { openKey })) await closeHopeless(tx, personId);
}

export function startCancelling(app: App): void {
  app.events.on(donationsChanged, (tx, { personIds }) => cancelForbidden(tx, personIds));
  // Whoever is at the site already is told by the nurse, who ends the visit.
  app.events.on(questionnaireSubmitted, async (tx, { appointmentId, personId, outcome, deferredUntil }) => {
    if (outcome !== 'stop' && outcome !== 'defer') return;
    const row = await tx.em.findOneBy(Appointment, { id: appointmentId, state: 'booked' });
    if (row) await cancelBooking(tx, row, 'by_questionnaire', ended => tellDeferred(tx, ended, 'form', deferredUntil));
    // A walk-in may have a booking for another day, and anybody may wait for one.
    if (deferredUntil !== null) await cancelDeferred(tx, { personId, toldBy: 'form', until: deferredUntil });
  });
}
