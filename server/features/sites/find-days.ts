import { addDays, chinaInstant, type CalendarDate, type Instant } from '@rules/calendar';
import type { Tx } from '@server/platform/tx';
import { hoursOn } from './default-plan';
import { DonationSession } from './donation-session.entity';
import { findClosures } from './find-closures';
import type { SiteDetails } from './find-sites';
import { placeOf, type Place } from './session-rows';

/** Days for which donors see closures and stops: as far as they can book. */
export const shownDays = 31;

export const findPublished = async (
  tx: Tx,
  siteIds: readonly string[],
  from: CalendarDate,
  before: CalendarDate,
): Promise<DonationSession[]> =>
  siteIds.length === 0
    ? []
    : tx.em
        .createQueryBuilder(DonationSession, 'session')
        .where('session.siteId IN (:...siteIds)', { siteIds })
        .andWhere("session.onDate >= :from AND session.onDate < :before AND session.state <> 'draft'", { from, before })
        .orderBy('session.onDate')
        .addOrderBy('session.opens')
        .getMany();

export const ownPlace = ({ address, latitude, longitude }: SiteDetails): Place => ({ address, latitude, longitude });

interface Today {
  readonly hours: { opens: string; closes: string }[];
  readonly closure: string | null;
}

/** A session that has not ended yet. */
const isAhead = ({ onDate, closes }: DonationSession, now: Instant): boolean => chinaInstant(onDate, closes) > now;

/** What each site really does today, and where its vehicle is today or next. */
export async function findDays(
  tx: Tx,
  sites: readonly SiteDetails[],
): Promise<ReadonlyMap<string, { today: Today; place: Place; placeOn: CalendarDate | null }>> {
  const ids = sites.map(({ id }) => id);
  const vehicles = sites.filter(({ kind }) => kind === 'vehicle').map(({ id }) => id);
  const tomorrow = addDays(tx.today, 1);
  const sessions = await findPublished(tx, ids, tx.today, tomorrow);
  const later = await findPublished(tx, vehicles, tomorrow, addDays(tx.today, shownDays));
  const closures = await findClosures(tx, ids, tx.today, tomorrow);
  return new Map(
    sites.map(site => {
      const own = sessions.filter(({ siteId }) => siteId === site.id);
      const running = own.filter(({ state }) => state === 'published');
      const closure = closures.find(({ siteId }) => siteId === site.id)?.reason ?? null;
      // No session of any kind: a day from before there were sessions, for which the opening hours hold.
      const spans = own.length > 0 || closure !== null ? running : hoursOn(site, tx.today);
      const next = [
        ...running,
        ...later.filter(({ siteId, state }) => siteId === site.id && state === 'published'),
      ].find(session => site.kind === 'vehicle' && isAhead(session, tx.now));
      return [
        site.id,
        {
          today: { hours: spans.map(({ opens, closes }) => ({ opens, closes })), closure },
          place: (next && placeOf(next)) ?? ownPlace(site),
          placeOn: next?.onDate ?? null,
        },
      ];
    }),
  );
}
