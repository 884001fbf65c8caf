import { In } from 'typeorm';
import { donationsChanged } from '@server/features/donations';
import { requireEligible } from '@server/features/eligibility';
import { questionnaireSubmitted } from '@server/features/questionnaires';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { cancelBooking } from './cancel-appointment';
import { endHold } from './lapse-hold';

async function isEligible(tx: Tx, { personId, type, onDate }: Appointment): Promise<boolean> {
  try {
    await requireEligible(tx, personId, type, onDate);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Ends holds, and bookings with a message, whose day has become too early: the person has just given elsewhere or as a walk-in. */
async function cancelIneligible(tx: Tx, personIds: readonly string[]): Promise<void> {
  const open = await tx.em.findBy(Appointment, { openKey: In([...personIds]), state: In(['held', 'booked']) });
  for (const row of open) {
    if (await isEligible(tx, row)) continue;
    if (row.state === 'held') await endHold(tx, row, false);
    else await cancelBooking(tx, row, 'not_eligible');
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
