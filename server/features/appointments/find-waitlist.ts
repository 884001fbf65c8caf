import type * as z from 'zod/mini';
import { In } from 'typeorm';
import type { waitlistEntry } from '@contract/waitlist';
import { addDays, daysBetween } from '@rules/calendar';
import { bookingWindow, findSitesById } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { WaitlistDay, WaitlistEntry } from './waitlist-entry.entity';

export type WaitlistView = z.output<typeof waitlistEntry>;

const endedShown = 5;

/** How many joined earlier and wait for one of the same days. */
const countAhead = (tx: Tx, { siteId, type, joinedAt, id }: WaitlistEntry, days: readonly string[]): Promise<number> =>
  tx.em
    .createQueryBuilder(WaitlistEntry, 'entry')
    .where("entry.siteId = :siteId AND entry.type = :type AND entry.state = 'waiting'", { siteId, type })
    .andWhere('(entry.joinedAt < :joinedAt OR (entry.joinedAt = :joinedAt AND entry.id < :id))', { joinedAt, id })
    .andWhere(query => {
      const same = query.subQuery().select('day.id').from(WaitlistDay, 'day');
      return `EXISTS ${same.where('day.entryId = entry.id AND day.onDate IN (:...days)').getQuery()}`;
    })
    .setParameter('days', [...days])
    .getCount();

async function waitlistView(tx: Tx, entry: WaitlistEntry): Promise<WaitlistView> {
  const rows = await tx.em.find(WaitlistDay, { where: { entryId: entry.id }, order: { onDate: 'ASC' } });
  const days = rows.map(({ onDate }) => onDate);
  const site = (await findSitesById(tx, [entry.siteId])).get(entry.siteId);
  const held =
    entry.state === 'offered' ? await tx.em.findOneBy(Appointment, { waitlistId: entry.id, state: 'held' }) : null;
  const { lastDay } = bookingWindow(tx.now);
  const first = days.find(day => day >= tx.today) ?? entry.lastDay;
  return {
    id: entry.id,
    // The last day goes by without anybody changing the row.
    state: entry.lastDay < tx.today ? 'ended' : entry.state,
    site: { id: entry.siteId, name: site?.name ?? '' },
    type: entry.type,
    days,
    from: entry.fromTime,
    to: entry.toTime,
    joinedAt: entry.joinedAt,
    ahead: entry.state === 'waiting' ? await countAhead(tx, entry, days) : 0,
    appointmentId: held?.id ?? null,
    offersFrom: first <= lastDay ? tx.today : addDays(first, -daysBetween(tx.today, lastDay)),
  };
}

/** Open ones, then the latest ended. */
export async function findWaitlistOf(tx: Tx, personId: string): Promise<WaitlistView[]> {
  const open = await tx.em.findBy(WaitlistEntry, { personId, state: In(['waiting', 'offered']) });
  const ended = await tx.em.find(WaitlistEntry, {
    where: { personId, state: 'ended' },
    order: { joinedAt: 'DESC', id: 'DESC' },
    take: endedShown,
  });
  const views = [];
  for (const entry of [...open, ...ended]) views.push(await waitlistView(tx, entry));
  return views;
}

export async function getWaitlistView(tx: Tx, id: string): Promise<WaitlistView> {
  return waitlistView(tx, await tx.em.findOneByOrFail(WaitlistEntry, { id }));
}
