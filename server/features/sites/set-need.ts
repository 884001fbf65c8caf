import type { Input, Output } from '@contract/endpoint';
import type { setNeed as contract } from '@contract/needs';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { placeFreed } from './events';
import { findGroupsToKeepFor, needView } from './find-needs';
import { Need } from './need.entity';
import { planReleases } from './release-kept';
import { Site } from './site.entity';
import { freePlaces } from './slot-places';
import { Slot } from './slot.entity';

/**
 * Whom the kept places of the city are kept for from now on. Donors who booked as one of a group that no longer counts hold
 * general places from now on: better too much is kept until its release than too little.
 */
async function keepFor(tx: Tx, city: string, groups: string): Promise<void> {
  const sites = await tx.em.find(Site, { where: { city }, select: { id: true } });
  if (sites.length === 0) return;
  const of = { siteIds: sites.map(({ id }) => id), now: tx.now };
  const ahead = () =>
    tx.em
      .createQueryBuilder(Slot, 'slot')
      .where("slot.siteId IN (:...siteIds) AND slot.state = 'open' AND slot.startsAt > :now", of);
  const found = await ahead().select('slot.reservedFor', 'old').distinct(true).getRawMany<{ old: string }>();
  const waiting = groups === '' ? await ahead().andWhere('slot.booked < slot.capacity').getMany() : [];
  for (const { old } of found) {
    if (old === groups) continue;
    const ended = old.split(',').some(key => key !== '' && !groups.includes(`,${key},`));
    await tx.em
      .createQueryBuilder()
      .update(Slot)
      .set({ reservedFor: groups, ...(ended && { neededBooked: 0 }) })
      .where("site_id IN (:...siteIds) AND state = 'open' AND starts_at > :now AND reserved_for = :old", { ...of, old })
      .execute();
  }
  await planReleases(tx, of.siteIds);
  // What was free only for the groups in need is free for everybody now.
  for (const slot of waiting)
    if (freePlaces(slot, null, tx.now) === 0) await announce(tx, placeFreed, { slotId: slot.id });
}

/** Sets the level for the city of the own station; from `wanted` on, its donors have places kept for them. */
export async function setNeed(tx: Tx, { abo, rhd, level }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { city } = await getOrganization(tx, organizationOf(tx.actor));
  const row: Need = { id: newId(), city, abo, rhd, level, changedAt: tx.now };
  await tx.em.createQueryBuilder().insert().into(Need).values(row).orIgnore().updateEntity(false).execute();
  await tx.em.update(Need, { city, abo, rhd }, { level, changedAt: tx.now });
  await keepFor(tx, city, await findGroupsToKeepFor(tx, city));
  return needView(row);
}
