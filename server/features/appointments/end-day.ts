import { addDays, chinaInstant, type CalendarDate } from '@rules/calendar';
import { endQuestionnaire } from '@server/features/questionnaires';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { announce } from '@server/platform/events';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { changeState } from './change-state';
import { appointmentMissed } from './events';
import { findExpected } from './find-appointments';
import { factOf, tellAppointment } from './tell-appointment';

const remindDay = defineJob<{ siteId: string; on: CalendarDate }>('appointment.remind-day');
const endDay = defineJob<{ siteId: string; on: CalendarDate }>('appointment.end-day');

/** China time on the day before: late enough to be thought of, early enough to move or cancel. */
const remindAt = '18:00';

/**
 * The evening before, those who are booked are reminded; after the day, those who did not come are noted. One job of each a site
 * and day, whoever books first plans them: who has cancelled or moved by then is not in the list.
 */
export async function planDay(tx: Tx, siteId: string, on: CalendarDate): Promise<void> {
  const dedupeKey = `${siteId}:${on}`;
  const evening = chinaInstant(addDays(on, -1), remindAt);
  // Who books later than that has it in mind.
  if (tx.now < evening) await enqueue(tx, remindDay, { siteId, on }, { dedupeKey, notBefore: evening });
  await enqueue(tx, endDay, { siteId, on }, { dedupeKey, notBefore: chinaInstant(addDays(on, 1), '00:10') });
}

/** Once for each day that the booking is moved to, however often the job runs. */
async function remind(tx: Tx, row: Appointment): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ remindedFor: row.onDate })
    .where("id = :id AND state = 'booked' AND (reminded_for IS NULL OR reminded_for <> :onDate)", row)
    .execute();
  if (affected === 1) await tellAppointment(tx, row, 'appointment.reminder');
}

export function startEndingDays(app: App): void {
  app.jobs.handle(remindDay, async (_, { siteId, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'appointment.remind-day' }, async tx => {
      // Late, because nothing ran: on the day itself "tomorrow" would be wrong.
      if (tx.today >= on) return;
      for (const row of await findExpected(tx, siteId, on)) await remind(tx, row);
    });
  });
  app.jobs.handle(endDay, async (_, { siteId, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'appointment.end-day' }, async tx => {
      for (const row of await findExpected(tx, siteId, on)) {
        if (!(await changeState(tx, row.id, 'booked', 'no_show'))) continue;
        await endQuestionnaire(tx, row.id);
        await announce(tx, appointmentMissed, factOf(row));
      }
    });
  });
}
