import { In } from 'typeorm';
import { addDays, chinaInstant, type CalendarDate } from '@rules/calendar';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { openStates } from './visit-moves';
import { VisitReaction } from './visit-reaction.entity';
import { Visit } from './visit.entity';

const endVisits = defineJob<{ siteId: string; on: CalendarDate }>('visit.end-day');
const endRest = defineJob<{ visitId: string }>('visit.end-rest');

export const planEndOfVisits = (tx: Tx, siteId: string): Promise<void> =>
  enqueue(
    tx,
    endVisits,
    { siteId, on: tx.today },
    { dedupeKey: `${siteId}:${tx.today}`, notBefore: chinaInstant(addDays(tx.today, 1), '00:05') },
  );

export const planEndOfRest = (tx: Tx, { id, restUntil }: Pick<Visit, 'id' | 'restUntil'>): Promise<void> =>
  enqueue(tx, endRest, { visitId: id }, { dedupeKey: id, notBefore: restUntil ?? tx.now });

/** Whoever rests at the end of the day has gone home with a donation; whoever is still in the queue, or under a needle, has left. */
async function endOne(tx: Tx, visit: Visit): Promise<void> {
  if (visit.state === 'resting') await changeVisit(tx, visit, 'release');
  else if (visit.state === 'donating') await changeVisit(tx, visit, 'defer');
  else await changeVisit(tx, visit, 'leave');
}

export function startEndingVisits(app: App): void {
  app.jobs.handle(endVisits, async (_, { siteId, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'visit.end-day' }, async tx => {
      const open = await tx.em.findBy(Visit, { siteId, onDate: on, state: In([...openStates]) });
      for (const visit of open) await endOne(tx, visit);
    });
  });
  // A donor who felt unwell is released by a person.
  app.jobs.handle(endRest, async (_, { visitId }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'visit.end-rest' }, async tx => {
      const visit = await tx.em.findOneBy(Visit, { id: visitId, state: 'resting' });
      if (visit && !(await tx.em.existsBy(VisitReaction, { visitId }))) await changeVisit(tx, visit, 'release');
    });
  });
}
