import { LessThan } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { PrivilegeCode } from './privilege-code.entity';

/** Who used what is kept for the shortest time that serves the donor's questions. */
const CODE_RETENTION_DAYS = 30;
const DAY = 86_400;

const purge = defineJob<{ day: string }>('privilege.purge');

/** The day's codes are deleted when their time is over; one job a day does it for all of them. */
export const schedulePurge = (tx: Tx): Promise<void> =>
  enqueue(
    tx,
    purge,
    { day: tx.today },
    // A day more: the job must find every code of its day old enough.
    { dedupeKey: tx.today, notBefore: plusSeconds(tx.now, (CODE_RETENTION_DAYS + 1) * DAY) },
  );

export const startPurge = (app: App): void =>
  app.jobs.handle(purge, async () => {
    await inTransaction(app, { actor: systemActor, requestId: 'privilege.purge' }, async tx => {
      await tx.em.delete(PrivilegeCode, { mintedAt: LessThan(plusSeconds(tx.now, -CODE_RETENTION_DAYS * DAY)) });
    });
  });
