import { LessThanOrEqual } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { giveBack } from './place';
import { WaitlistEntry } from './waitlist-entry.entity';

const lapseHold = defineJob<{ appointmentId: string }>('appointment.lapse-hold');

/** A hold may be acted on until this instant, exclusive, whatever the job below has got to. */
export const isOver = ({ heldUntil }: Pick<Appointment, 'heldUntil'>, now: string): boolean =>
  heldUntil === null || heldUntil <= now;

/**
 * Ends a hold and gives its place back: first to the waiting list, in this transaction. False when it was confirmed or ended
 * meanwhile, or, asked `onlyIfOver`, made longer.
 */
export async function endHold(tx: Tx, row: Appointment, onlyIfOver: boolean): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ state: 'lapsed', openKey: null, updatedAt: tx.now })
    .where("id = :id AND state = 'held'", row)
    .andWhere(onlyIfOver ? 'held_until <= :now' : '1 = 1', { now: tx.now })
    .execute();
  if (affected !== 1) return false;
  if (row.waitlistId !== null)
    // The person keeps their turn for other times; this one is not offered to them again.
    await tx.em.update(
      WaitlistEntry,
      { id: row.waitlistId, state: 'offered' },
      { state: 'waiting', updatedAt: tx.now },
    );
  await giveBack(tx, row);
  return true;
}

/** Ends the holds at this time that should have ended; true when there were any. */
export async function lapseOverdue(tx: Tx, slotId: string): Promise<boolean> {
  const overdue = await tx.em.find(Appointment, {
    where: { slotId, state: 'held', heldUntil: LessThanOrEqual(tx.now) },
    order: { id: 'ASC' },
  });
  let ended = false;
  for (const row of overdue) ended = (await endHold(tx, row, true)) || ended;
  return ended;
}

/** One job for each deadline: one that was made longer has another job, and the earlier finds nothing to do. */
export const planLapse = (tx: Tx, { id, heldUntil }: Appointment): Promise<void> =>
  heldUntil === null
    ? Promise.resolve()
    : enqueue(tx, lapseHold, { appointmentId: id }, { dedupeKey: `${id}:${heldUntil}`, notBefore: heldUntil });

export const startLapsing = (app: App): void =>
  app.jobs.handle(lapseHold, async (_, { appointmentId }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'appointment.lapse-hold' }, async tx => {
      const row = await tx.em.findOneBy(Appointment, { id: appointmentId, state: 'held' });
      if (row) await endHold(tx, row, true);
    });
  });
