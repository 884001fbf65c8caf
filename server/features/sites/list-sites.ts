import type { Input, Output } from '@contract/endpoint';
import type { getSite as getSiteContract, listSites as contract } from '@contract/sites';
import { addDays } from '@rules/calendar';
import { provinceCities } from '@rules/vocabulary';
import type { Tx } from '@server/platform/tx';
import { findClosures } from './find-closures';
import { findDays, findPublished, ownPlace, shownDays } from './find-days';
import { findNeeds } from './find-needs';
import { findActiveSites, getSite, toSiteDetails } from './find-sites';
import { findNextFreeOfSites } from './find-slots';
import { placeOf } from './session-rows';
import { distanceMetres } from './site-distance';

const defaultLimit = 50;
/** A city that the province does not have stands last. */
const cityRank = (city: string): number => provinceCities.indexOf(city) + 1 || provinceCities.length + 1;

/** Sites that take donors now: the nearest first when the caller says where they are, else by city, in the order of the province. */
export async function listSites(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { city, type, latitude, longitude } = input;
  const from = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const active = (await findActiveSites(tx)).map(toSiteDetails).sort((a, b) => cityRank(a.city) - cityRank(b.city));
  const asked = active.filter(
    site => (city === undefined || site.city === city) && (type === undefined || site.types.includes(type)),
  );
  const days = await findDays(tx, asked);
  const chosen = asked
    .map(site => {
      const { today, placeOn, place } = days.get(site.id) ?? { today: noHours, placeOn: null, place: ownPlace(site) };
      return { ...site, ...place, today, placeOn, distanceMetres: from ? distanceMetres(from, place) : null };
    })
    .sort((a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0))
    .slice(0, input.limit ?? defaultLimit);
  const nextFree = await findNextFreeOfSites(
    tx,
    chosen.map(site => site.id),
    type,
  );
  return {
    items: chosen.map(site => ({ ...site, nextFreeAt: nextFree.get(site.id) ?? null })),
    cities: [...new Set(active.map(site => site.city))],
  };
}

const noHours = { hours: [], closure: null };

export async function readSite(tx: Tx, siteId: string): Promise<Output<typeof getSiteContract>> {
  const site = await getSite(tx, siteId);
  const end = addDays(tx.today, shownDays);
  const days = (await findDays(tx, [site])).get(siteId);
  const nextFree = await findNextFreeOfSites(tx, [siteId]);
  const closures = await findClosures(tx, [siteId], tx.today, end);
  const stops = site.kind === 'vehicle' ? await findPublished(tx, [siteId], tx.today, end) : [];
  const needs = await findNeeds(tx, { city: site.city });
  return {
    ...site,
    ...(days?.place ?? ownPlace(site)),
    today: days?.today ?? noHours,
    placeOn: days?.placeOn ?? null,
    distanceMetres: null,
    nextFreeAt: nextFree.get(siteId) ?? null,
    closures: closures.map(({ onDate, reason }) => ({ on: onDate, reason })),
    stops: stops
      .filter(({ state }) => state === 'published')
      .map(stop => ({ on: stop.onDate, opens: stop.opens, closes: stop.closes, ...(placeOf(stop) ?? ownPlace(site)) })),
    needs: needs.filter(({ level }) => level !== 'enough').map(({ group, level }) => ({ group, level })),
  };
}
