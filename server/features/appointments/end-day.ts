import { addDays, chinaInstant, type CalendarDate } from '@rules/calendar';
import { endQuestionnaire } from '@server/features/questionnaires';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { announce } from '@server/platform/events';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { changeState } from './change-state';
import { appointmentMissed } from './events';
import { findExpected } from './find-appointments';
import { factOf } from './tell-appointment';

const endDay = defineJob<{ siteId: string; on: CalendarDate }>('appointment.end-day');

/** After the day, those who did not come are noted: one job a site and day, whoever books first plans it. */
export const planEndOfDay = (tx: Tx, siteId: string, on: CalendarDate): Promise<void> =>
  enqueue(
    tx,
    endDay,
    { siteId, on },
    { dedupeKey: `${siteId}:${on}`, notBefore: chinaInstant(addDays(on, 1), '00:10') },
  );

export const startEndingDays = (app: App): void =>
  app.jobs.handle(endDay, async (_, { siteId, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'appointment.end-day' }, async tx => {
      for (const row of await findExpected(tx, siteId, on)) {
        if (!(await changeState(tx, row.id, 'booked', 'no_show'))) continue;
        await endQuestionnaire(tx, row.id);
        await announce(tx, appointmentMissed, factOf(row));
      }
    });
  });
