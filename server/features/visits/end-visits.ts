import { In } from 'typeorm';
import { addDays, chinaInstant, type CalendarDate } from '@rules/calendar';
import { closeAttended } from '@server/features/appointments';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { Visit } from './visit.entity';

const endVisits = defineJob<{ siteId: string; on: CalendarDate }>('visit.end-day');

export const planEndOfVisits = (tx: Tx, siteId: string): Promise<void> =>
  enqueue(
    tx,
    endVisits,
    { siteId, on: tx.today },
    { dedupeKey: `${siteId}:${tx.today}`, notBefore: chinaInstant(addDays(tx.today, 1), '00:05') },
  );

/** Whoever still stands in the queue after the day has left without telling anybody. */
export const startEndingVisits = (app: App): void =>
  app.jobs.handle(endVisits, async (_, { siteId, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'visit.end-day' }, async tx => {
      const open = ['waiting', 'called', 'donating'] as const;
      for (const visit of await tx.em.findBy(Visit, { siteId, onDate: on, state: In([...open]) }))
        if (await changeVisit(tx, visit, open, 'left')) await closeAttended(tx, visit.appointmentId, false);
    });
  });
