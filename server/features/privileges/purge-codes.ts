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

/** Gates upload what they decided alone within three days; after that an unused row of a batch says nothing. */
const BATCH_RETENTION_DAYS = 3;

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

/** Batches are many rows for a few uses, and a use keeps its own record: their rows go as soon as uploads are over. */
export const scheduleBatchPurge = (tx: Tx): Promise<void> =>
  enqueue(
    tx,
    purge,
    { day: tx.today },
    { dedupeKey: `batch ${tx.today}`, notBefore: plusSeconds(tx.now, (BATCH_RETENTION_DAYS + 2) * DAY) },
  );

const origin = { actor: systemActor, requestId: 'privilege.purge' };

/** A card is longer-lived than the retention, and without its row nobody could use or revoke it. */
async function forgetOld(tx: Tx): Promise<void> {
  const before = plusSeconds(tx.now, -CODE_RETENTION_DAYS * DAY);
  await tx.em.delete(PrivilegeCode, { mintedAt: LessThan(before), expiresAt: LessThan(tx.now) });
}

export function startPurge(app: App): void {
  app.jobs.handle(purge, () =>
    inTransaction(app, origin, async tx => {
      await forgetOld(tx);
      const unused = plusSeconds(tx.now, -BATCH_RETENTION_DAYS * DAY);
      await tx.em.delete(PrivilegeCode, { form: 'batch', expiresAt: LessThan(unused) });
    }),
  );
  // The day's job alone would let the first codes of a day stand for a day more.
  app.jobs.clean(() => inTransaction(app, origin, forgetOld));
}
