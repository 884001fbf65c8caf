import type { CalendarDate } from '@rules/calendar';
import type { Tx } from '@server/platform/tx';
import { Visit } from './visit.entity';

/** Visits of one day at all sites. */
export const countVisits = (tx: Tx, on: CalendarDate): Promise<number> => tx.em.countBy(Visit, { onDate: on });
