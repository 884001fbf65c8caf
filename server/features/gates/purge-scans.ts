import { LessThan } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { GateScan } from './gate-scan.entity';
import { SpentCode } from './spent-code.entity';

/** Who was where is kept for the shortest time that serves the donor's questions. */
const SCAN_RETENTION_DAYS = 30;
const DAY = 86_400;

const purge = defineJob<{ day: string }>('gate.purge');

/** The day whose job this process has seen committed. */
const scheduled = new WeakMap<App, string>();

/** One job a day deletes the scans of that day when their time is over. */
export async function schedulePurge(tx: Tx): Promise<void> {
  if (scheduled.get(tx.app) === tx.today) return;
  await enqueue(
    tx,
    purge,
    { day: tx.today },
    // A day more: the job must find every scan of its day old enough.
    { dedupeKey: tx.today, notBefore: plusSeconds(tx.now, (SCAN_RETENTION_DAYS + 1) * DAY) },
  );
}

/** After the commit of a transaction that scheduled it: until the day ends it need not be said again. */
export const purgeIsScheduled = (app: App, day: string): WeakMap<App, string> => scheduled.set(app, day);

const forget = (app: App): Promise<void> =>
  inTransaction(app, { actor: systemActor, requestId: 'gate.purge' }, async tx => {
    const before = plusSeconds(tx.now, -SCAN_RETENTION_DAYS * DAY);
    await tx.em.delete(GateScan, { at: LessThan(before) });
    await tx.em.delete(SpentCode, { spentAt: LessThan(before) });
  });

/** By the hour, so that no row is older than thirty days and an hour; the day's job makes sure of it where no worker runs by the hour. */
export function startPurge(app: App): void {
  app.jobs.handle(purge, () => forget(app));
  app.jobs.clean(forget);
}
