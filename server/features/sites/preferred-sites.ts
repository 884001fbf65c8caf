import type { Input, Output } from '@contract/endpoint';
import type { listPreferredSites, preferSite as contract } from '@contract/profile';
import { lockPeople, ownDataAsked, personLeft } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findSitesById, getSite } from './find-sites';
import { PreferredSite } from './preferred-site.entity';

/** So many fit above the list without pushing it away. */
const most = 3;

const chosenBy = (tx: Tx, personId: string): Promise<PreferredSite[]> =>
  tx.em.find(PreferredSite, { where: { personId }, order: { chosenAt: 'ASC', id: 'ASC' } });

export async function findPreferredSites(tx: Tx): Promise<Output<typeof listPreferredSites>> {
  const rows = await chosenBy(tx, personOf(tx.actor));
  const sites = await findSitesById(
    tx,
    rows.map(({ siteId }) => siteId),
  );
  const items = rows.flatMap(({ siteId }) => {
    const site = sites.get(siteId);
    return site ? [{ siteId, name: site.name, city: site.city }] : [];
  });
  return { items };
}

/** The same wish twice changes nothing. */
export async function preferSite(tx: Tx, { siteId, preferred }: Input<typeof contract>): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  if (!preferred) {
    await tx.em.delete(PreferredSite, { personId, siteId });
    return { done: true };
  }
  await getSite(tx, siteId);
  // Two phones of the person choose one after the other, or there would be a fourth.
  await lockPeople(tx, [personId]);
  const chosen = await chosenBy(tx, personId);
  if (chosen.some(row => row.siteId === siteId)) return { done: true };
  if (chosen.length >= most) throw new Refusal('TOO_MANY_SITES', 'conflict', { most });
  await tx.em.insert(PreferredSite, { id: newId(), personId, siteId, chosenAt: tx.now });
  return { done: true };
}

export function startKeepingWishes(app: App): void {
  app.events.on(ownDataAsked, async (tx, { add }) => add('常去的献血点', (await findPreferredSites(tx)).items));
  app.events.on(personLeft, async (tx, { personId }) => void (await tx.em.delete(PreferredSite, { personId })));
}
