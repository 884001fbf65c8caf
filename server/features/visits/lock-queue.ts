import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { QueueVersion } from './queue-version.entity';

async function count(tx: Tx, siteId: string): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(QueueVersion)
    .set({ version: () => 'version + 1' })
    .where('site_id = :siteId', { siteId })
    .execute();
  return affected === 1;
}

/**
 * The next version of the queue. The row stays locked until the commit: changes of one site follow each other, so a desk that
 * calls the next reads a queue that nobody else is changing, and the order of the versions is the order of the decisions.
 */
export async function lockQueue(tx: Tx, siteId: string): Promise<number> {
  if (!(await count(tx, siteId))) {
    await tx.em.createQueryBuilder().insert().into(QueueVersion).values({ siteId, version: 0 }).orIgnore().execute();
    await count(tx, siteId);
  }
  return (await tx.em.findOneByOrFail(QueueVersion, { siteId })).version;
}

export async function findQueueVersion(tx: Pick<Tx, 'em'>, siteId: string): Promise<number> {
  return (await findQueueVersions(tx, [siteId])).get(siteId) ?? 0;
}

/** One statement for all sites. */
export async function findQueueVersions(
  { em }: Pick<Tx, 'em'>,
  siteIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await em.findBy(QueueVersion, { siteId: In([...siteIds]) });
  return new Map(rows.map(({ siteId, version }) => [siteId, version]));
}
