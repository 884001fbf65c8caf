import { lockRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Person } from './person.entity';

/**
 * One after the other for the same person: whoever books a day, and whoever writes down why no day before another is possible. The
 * second waits here for the commit of the first and then reads what it has written; without this each would miss the other's row.
 */
export const lockPeople = (tx: Tx, personIds: readonly string[]): Promise<void> =>
  lockRows(tx.em, Person, 'id', personIds);
