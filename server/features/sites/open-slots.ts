import { addDays, chinaInstant, daysBetween, type CalendarDate } from '@rules/calendar';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { bookingWindow } from './booking-window';
import { defaultPlans } from './default-plan';
import { DonationSession } from './donation-session.entity';
import { findClosures } from './find-closures';
import { findGroupsToKeepFor } from './find-needs';
import { toSiteDetails } from './find-sites';
import { lockSite } from './lock-site';
import { openTimes } from './open-times';
import { insertMissing, newSession } from './session-rows';
import { Site } from './site.entity';

const openDaily = defineJob<{ siteId: string }>('site.open-slots');

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

/** Days that already have what the opening hours ask for, or that staff have taken into their hands. */
async function findSettledDays(tx: Tx, siteId: string, from: CalendarDate, before: CalendarDate): Promise<Set<string>> {
  const between = { siteId, from, before };
  const sessions = await tx.em
    .createQueryBuilder(DonationSession, 'session')
    .select(['session.id', 'session.onDate'])
    .where('session.siteId = :siteId AND session.onDate >= :from AND session.onDate < :before', between)
    .andWhere("(session.state = 'published' OR session.planKey IS NOT NULL)")
    .getMany();
  const closures = await findClosures(tx, [siteId], from, before);
  return new Set([...sessions, ...closures].map(({ onDate }) => onDate));
}

/**
 * Makes the sessions and times of `days` days that are not there yet, from opening hours and chairs, and sees to the days
 * after them. Times that exist keep their places and bookings. Returns how many were made.
 */
export async function openSlots(tx: Tx, siteId: string, fromDate: CalendarDate, days: number): Promise<number> {
  await lockSite(tx, siteId);
  const site = await tx.em.findOneBy(Site, { id: siteId });
  if (!site?.active) return 0;
  const end = addDays(fromDate, days);
  const details = toSiteDetails(site);
  const settled = await findSettledDays(tx, siteId, fromDate, end);
  const planned = Array.from({ length: days }, (_, day) => addDays(fromDate, day))
    .filter(onDate => !settled.has(onDate))
    .flatMap(onDate =>
      defaultPlans(details, onDate).map(plan => {
        const planKey = `${siteId}:${onDate}:${plan.opens}`;
        return newSession(tx, { siteId, onDate, state: 'published', planKey }, { ...plan, place: null });
      }),
    );
  await insertMissing(tx, DonationSession, planned);
  const made = await openTimes(tx, planned, await findGroupsToKeepFor(tx, site.city));
  await planNextDay(tx, siteId);
  return made;
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
