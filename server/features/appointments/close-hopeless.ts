import type { CalendarDate } from '@rules/calendar';
import { isOpenlyForbidden } from '@server/features/eligibility';
import { getSite } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { sayAgain } from './say-again';
import { WaitlistDay, WaitlistEntry } from './waitlist-entry.entity';
import { changeEntry } from './waitlist-state';

interface Why {
  /** Day that the message names; undefined: it names none. */
  readonly until?: CalendarDate | null;
  /** What has just been told to the donor, beside what the record says openly. */
  readonly isInside?: (day: Pick<Appointment, 'onDate' | 'type'>) => boolean;
}

/** Closes the donor's entry of the waiting list when no day of it is left on which they might give, and says so. */
export async function closeHopeless(tx: Tx, personId: string, { until, isInside }: Why = {}): Promise<void> {
  const entry = await tx.em.findOneBy(WaitlistEntry, { openKey: personId });
  if (!entry) return;
  const { id, type, siteId } = entry;
  const days = (await tx.em.findBy(WaitlistDay, { entryId: id })).filter(({ onDate }) => onDate >= tx.today);
  for (const { onDate } of days)
    if (isInside?.({ onDate, type }) !== true && !(await isOpenlyForbidden(tx, personId, type, onDate))) return;
  // Not one that is offered a place now: that hold was ended before, or may still be accepted.
  if (days.length === 0 || !(await changeEntry(tx, id, 'waiting', 'ended'))) return;
  const { name } = await getSite(tx, siteId);
  const again = until === undefined ? '首页会显示下次可献血的日期' : sayAgain(until);
  await notify(tx, personId, 'waitlist.closed', { site: name, again }, 'pages/home/index');
}
