import type { Input, Output } from '@contract/endpoint';
import type { getSite as getSiteContract, listSites as contract } from '@contract/sites';
import type { Tx } from '@server/platform/tx';
import { findActiveSites, getSite, toSiteDetails } from './find-sites';
import { findNextFreeOfSites } from './find-slots';
import { distanceMetres } from './site-distance';

const defaultLimit = 50;

/** Sites that take donors now: the nearest first when the caller says where they are, else by city and name. */
export async function listSites(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { city, type, latitude, longitude } = input;
  const from = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const active = (await findActiveSites(tx)).map(toSiteDetails);
  const chosen = active
    .filter(site => (city === undefined || site.city === city) && (type === undefined || site.types.includes(type)))
    .map(site => ({ ...site, distanceMetres: from ? distanceMetres(from, site) : null }))
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

export async function readSite(tx: Tx, siteId: string): Promise<Output<typeof getSiteContract>> {
  const site = await getSite(tx, siteId);
  const nextFree = await findNextFreeOfSites(tx, [siteId]);
  return { ...site, distanceMetres: null, nextFreeAt: nextFree.get(siteId) ?? null };
}
