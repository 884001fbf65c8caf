import type { CalendarDate } from '@rules/calendar';
import type { Tx } from '@server/platform/tx';
import { Closure } from './closure.entity';

/** Closures from a day up to, but without, another. */
export async function findClosures(
  tx: Tx,
  siteIds: readonly string[],
  from: CalendarDate,
  before: CalendarDate,
): Promise<Closure[]> {
  if (siteIds.length === 0) return [];
  return tx.em
    .createQueryBuilder(Closure, 'closure')
    .where('closure.siteId IN (:...siteIds)', { siteIds })
    .andWhere('closure.onDate >= :from AND closure.onDate < :before', { from, before })
    .orderBy('closure.onDate')
    .getMany();
}
