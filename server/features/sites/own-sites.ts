import { organizationOf } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { getSite, toSiteDetails, type SiteDetails } from './find-sites';
import { Site } from './site.entity';

/** A nurse plans the sites of her station, an operator all; anything else is not found. */
const mayPlan = (tx: Tx, stationId: string): boolean =>
  tx.actor.role === 'operator' || organizationOf(tx.actor) === stationId;

export async function getOwnSite(tx: Tx, siteId: string): Promise<SiteDetails> {
  const site = await getSite(tx, siteId);
  if (!mayPlan(tx, site.stationId)) throw notFound();
  return site;
}

/** The sites of the own station; an operator sees those of the station that the operator belongs to unless one is asked. */
export async function findOwnSites(tx: Tx): Promise<SiteDetails[]> {
  const rows = await tx.em.find(Site, {
    where: { stationId: organizationOf(tx.actor), active: true },
    order: { code: 'ASC' },
  });
  return rows.map(toSiteDetails);
}
