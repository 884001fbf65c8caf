import type { Instant } from '@rules/calendar';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { announce } from '@server/platform/events';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { placeFreed } from './events';
import { Slot } from './slot.entity';

interface Release {
  readonly siteId: string;
  readonly at: Instant;
}
const releaseKept = defineJob<Release>('site.release-kept');

const keeping = (tx: Tx, siteIds: readonly string[]) =>
  tx.em
    .createQueryBuilder(Slot, 'slot')
    .where("slot.siteId IN (:...siteIds) AND slot.state = 'open' AND slot.startsAt > :now", { siteIds, now: tx.now })
    .andWhere("slot.reservedFor <> '' AND slot.reserved > slot.neededBooked");

/** Of each site the next moment at which kept places open to everybody. Each release plans the one that follows it. */
export async function planReleases(tx: Tx, siteIds: readonly string[], after: Instant = tx.now): Promise<void> {
  if (siteIds.length === 0) return;
  const rows = await keeping(tx, siteIds)
    .andWhere('slot.releaseAt > :after', { after })
    .select('slot.siteId', 'siteId')
    .addSelect('MIN(slot.releaseAt)', 'at')
    .groupBy('slot.siteId')
    .getRawMany<Release>();
  for (const { siteId, at } of rows)
    await enqueue(tx, releaseKept, { siteId, at }, { dedupeKey: `${siteId}:${at}`, notBefore: at });
}

/** From this moment on `takePlace` lets everybody have them: who waits for such a time hears of it now. */
async function announceReleased(tx: Tx, { siteId, at }: Release): Promise<void> {
  const slots = await keeping(tx, [siteId])
    .andWhere('slot.releaseAt = :at AND slot.booked < slot.capacity', { at })
    .orderBy('slot.id')
    .getMany();
  for (const { id } of slots) await announce(tx, placeFreed, { slotId: id });
}

export function startReleasingKept(app: App): void {
  const origin = { actor: systemActor, requestId: 'site.release-kept' };
  app.jobs.handle(
    releaseKept,
    (_, release) =>
      inTransaction(app, origin, async tx => {
        await announceReleased(tx, release);
        await planReleases(tx, [release.siteId], release.at);
      }),
    // One that failed must not be the last one.
    (_, { siteId, at }) => inTransaction(app, origin, tx => planReleases(tx, [siteId], at)),
  );
}
