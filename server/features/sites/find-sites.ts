import type { IntervalType } from '@rules/interval';
import { In } from 'typeorm';
import { findRow } from '@server/platform/db/rows';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Site } from './site.entity';
import type { OpeningHours } from './default-plan';

/** A site with its columns read. */
export const toSiteDetails = (site: Site) => ({
  id: site.id,
  stationId: site.stationId,
  name: site.name,
  kind: site.kind,
  city: site.city,
  address: site.address,
  latitude: site.latitudeE6 / 1e6,
  longitude: site.longitudeE6 / 1e6,
  phone: site.phone,
  types: JSON.parse(site.types) as IntervalType[],
  chairs: site.chairs,
  openingHours: JSON.parse(site.openingHours) as OpeningHours[],
  bring: site.bring,
});
export type SiteDetails = ReturnType<typeof toSiteDetails>;

export const findActiveSites = (tx: Tx): Promise<Site[]> =>
  tx.em.find(Site, { where: { active: true }, order: { city: 'ASC', name: 'ASC' } });

/** Also one that is closed by now: bookings and donations still name it. */
export async function getSite(tx: Tx, id: string): Promise<SiteDetails> {
  const site = await findRow(tx.em, Site, { id });
  if (!site) throw notFound();
  return toSiteDetails(site);
}

export async function findSitesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SiteDetails>> {
  const rows = await tx.em.findBy(Site, { id: In([...new Set(ids)]) });
  return new Map(rows.map(row => [row.id, toSiteDetails(row)]));
}
