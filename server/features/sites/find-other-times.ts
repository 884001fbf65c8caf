import { addDays, chinaInstant } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { findPlaces } from './find-places';
import { findActiveSites, getSite, toSiteDetails, type SiteDetails } from './find-sites';
import { findFirstFreeOfSites, findNextFree } from './find-slots';
import { distanceMetres } from './site-distance';
import { Slot } from './slot.entity';

export interface OtherTime {
  readonly slot: Slot;
  readonly site: SiteDetails;
  readonly address: string;
  /** From where the time was that fell away; 0 at the same site. */
  readonly distanceMetres: number;
}

/** Sites named beside the same one, each with its first free time. */
const nearbySites = 3;

/** A building stays where it is, a vehicle does not: who booked the one is offered the like of it first. */
const isMobile = ({ kind }: SiteDetails): boolean => kind === 'vehicle';

async function findNearby(tx: Tx, slot: Slot, here: SiteDetails): Promise<OtherTime[]> {
  const { nearbyKilometres, nearbyDays } = getEdition('appointment', tx.today).rules;
  const from = (await findPlaces(tx, [slot.id])).get(slot.id) ?? here;
  const others = (await findActiveSites(tx))
    .map(toSiteDetails)
    .filter(site => site.id !== here.id && site.types.includes(slot.type));
  const sites = new Map(others.map(site => [site.id, site]));
  const before = chinaInstant(addDays(slot.onDate, nearbyDays.value + 1), '00:00');
  const first = await findFirstFreeOfSites(tx, [...sites.keys()], slot, before);
  const places = await findPlaces(tx, [...first.values()]);
  const slots = first.size === 0 ? [] : await tx.em.findBy(Slot, { id: In([...first.values()]) });
  return slots
    .flatMap((free): OtherTime[] => {
      const [site, place] = [sites.get(free.siteId), places.get(free.id)];
      if (!site || !place) return [];
      return [{ slot: free, site, address: place.address, distanceMetres: distanceMetres(from, place) }];
    })
    .filter(({ site, distanceMetres: metres }) => {
      const isClose = metres <= nearbyKilometres.value * 1000;
      return isClose || (site.city === here.city && isMobile(site) === isMobile(here));
    })
    .sort((a, b) => {
      const unlike = ({ site }: OtherTime) => Number(isMobile(site) !== isMobile(here));
      return unlike(a) - unlike(b) || a.distanceMetres - b.distanceMetres;
    })
    .slice(0, nearbySites);
}

/**
 * For donors whose time does not take place: up to three times at the same site, then the first free time of the nearest other sites
 * within the days after, in the same city or close by, the same kind of place first.
 */
export async function findOtherTimes(tx: Tx, slot: Slot): Promise<OtherTime[]> {
  const site = await getSite(tx, slot.siteId);
  const ids = (await findNextFree(tx, slot)).map(({ slotId }) => slotId);
  const places = await findPlaces(tx, ids);
  const own = ids.length === 0 ? [] : await tx.em.find(Slot, { where: { id: In(ids) }, order: { startsAt: 'ASC' } });
  return [
    ...own.map(free => ({
      slot: free,
      site,
      address: places.get(free.id)?.address ?? site.address,
      distanceMetres: 0,
    })),
    ...(await findNearby(tx, slot, site)),
  ];
}
