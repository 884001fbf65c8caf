import { addDays, chinaInstant, daysBetween, type CalendarDate } from '@rules/calendar';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { bookingWindow } from './booking-window';
import { toSiteDetails } from './find-sites';
import { planSlots } from './slot-plan';
import { Site } from './site.entity';
import { Slot } from './slot.entity';

const openDaily = defineJob<{ siteId: string }>('site.open-slots');
/** Rows in one INSERT. */
const batch = 200;

/** Each day opens the next one and plans itself again, so that the horizon of the booking rules stays open. */
const planNextDay = (tx: Tx, siteId: string): Promise<void> => {
  const tomorrow = addDays(tx.today, 1);
  return enqueue(
    tx,
    openDaily,
    { siteId },
    { dedupeKey: `${siteId}:${tomorrow}`, notBefore: chinaInstant(tomorrow, '00:05') },
  );
};

/**
 * Makes the times of `days` days that are not there yet, from opening hours and chairs, and sees to the days after them.
 * Times that exist keep their places and bookings. Returns how many were made.
 */
export async function openSlots(tx: Tx, siteId: string, fromDate: CalendarDate, days: number): Promise<number> {
  const site = await tx.em.findOneBy(Site, { id: siteId });
  if (!site?.active) return 0;
  const existing = await tx.em
    .createQueryBuilder(Slot, 'slot')
    .select(['slot.id', 'slot.type', 'slot.startsAt'])
    .where('slot.siteId = :siteId AND slot.onDate >= :fromDate AND slot.onDate < :end', {
      siteId,
      fromDate,
      end: addDays(fromDate, days),
    })
    .getMany();
  const known = new Set(existing.map(({ type, startsAt }) => `${type} ${startsAt}`));
  const details = toSiteDetails(site);
  const rows = Array.from({ length: days }, (_, day) => addDays(fromDate, day)).flatMap(onDate =>
    planSlots(details, onDate)
      .filter(({ type, startsAt }) => !known.has(`${type} ${startsAt}`))
      .map(planned => ({ id: newId(), siteId, onDate, ...planned, booked: 0, state: 'open' as const })),
  );
  for (let at = 0; at < rows.length; at += batch)
    // Two workers may open the same days: the unique key lets one of them win, row by row.
    await tx.em
      .createQueryBuilder()
      .insert()
      .into(Slot)
      .values(rows.slice(at, at + batch))
      .orIgnore()
      .updateEntity(false)
      .execute();
  await planNextDay(tx, siteId);
  return rows.length;
}

const origin = { actor: systemActor, requestId: 'site.open-slots' };

export const startOpeningSlots = (app: App): void =>
  app.jobs.handle(
    openDaily,
    async (_, { siteId }) => {
      await inTransaction(app, origin, tx =>
        openSlots(tx, siteId, tx.today, daysBetween(tx.today, bookingWindow(tx.now).lastDay) + 1),
      );
    },
    // A day that failed must not be the last one: the next opens what this one has left out.
    (_, { siteId }) => inTransaction(app, origin, tx => planNextDay(tx, siteId)),
  );
