import type { IntervalType } from '@rules/interval';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { QueueCounter } from './queue-counter.entity';

const letters: Readonly<Record<IntervalType, string>> = { whole_blood: 'A', platelets: 'B' };

/** The row stays locked by this update until the commit, so what is read next is this transaction's own number. */
async function count(tx: Tx, key: { siteId: string; type: IntervalType; onDate: string }): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(QueueCounter)
    .set({ last: () => 'last + 1' })
    .where('site_id = :siteId AND on_date = :onDate AND type = :type', key)
    .execute();
  return affected === 1;
}

/** Counts per site, type and day in China, without a gap: a check-in that fails gives its number back. */
export async function nextNumber(tx: Tx, siteId: string, type: IntervalType): Promise<string> {
  const key = { siteId, type, onDate: tx.today };
  if (!(await count(tx, key))) {
    await tx.em
      .createQueryBuilder()
      .insert()
      .into(QueueCounter)
      .values({ id: newId(), ...key, last: 0 })
      .orIgnore()
      .execute();
    await count(tx, key);
  }
  const { last } = await tx.em.findOneByOrFail(QueueCounter, key);
  return letters[type] + String(last).padStart(3, '0');
}
