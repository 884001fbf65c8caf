import { In } from 'typeorm';
import { donationsChanged } from '@server/features/donations';
import { requireEligible } from '@server/features/eligibility';
import { questionnaireSubmitted } from '@server/features/questionnaires';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { cancelBooking } from './cancel-appointment';

/** Cancels bookings, with a message, whose day has become too early: the person has just given elsewhere or as a walk-in. */
async function cancelIneligible(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (const row of await tx.em.findBy(Appointment, { openKey: In([...personIds]), state: 'booked' })) {
    try {
      await requireEligible(tx, row.personId, row.type, row.onDate);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await cancelBooking(tx, row, 'not_eligible');
    }
  }
}

export function startCancelling(app: App): void {
  app.events.on(donationsChanged, (tx, { personIds }) => cancelIneligible(tx, personIds));
  // Whoever is at the site already is told by the nurse, who ends the visit.
  app.events.on(questionnaireSubmitted, async (tx, { appointmentId, outcome }) => {
    if (outcome !== 'stop' && outcome !== 'defer') return;
    const row = await tx.em.findOneBy(Appointment, { id: appointmentId, state: 'booked' });
    if (row) await cancelBooking(tx, row, 'by_questionnaire');
  });
}
