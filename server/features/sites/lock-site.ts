import type { Tx } from '@server/platform/tx';
import { Site } from './site.entity';

/**
 * Changes of one site's plan take turns: the row stays locked to the end of the transaction although nothing in it changes.
 * An update rather than SELECT … FOR UPDATE, because SQLite knows no such lock (there, transactions take turns anyway).
 */
export async function lockSite(tx: Tx, siteId: string): Promise<void> {
  await tx.em
    .createQueryBuilder()
    .update(Site)
    .set({ active: () => 'active' })
    .where('id = :siteId', { siteId })
    .execute();
}
