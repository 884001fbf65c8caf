import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { DonationSession } from './donation-session.entity';
import { ownPlace } from './find-days';
import { findSitesById } from './find-sites';
import { placeOf, type Place } from './session-rows';
import { Slot } from './slot.entity';

/** Where each of these times takes place: where the vehicle stands that day, else the site's address. */
export async function findPlaces(tx: Tx, slotIds: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const slots = slotIds.length === 0 ? [] : await tx.em.findBy(Slot, { id: In([...new Set(slotIds)]) });
  const sessionIds = [...new Set(slots.flatMap(({ sessionId }) => sessionId ?? []))];
  const sessions = sessionIds.length === 0 ? [] : await tx.em.findBy(DonationSession, { id: In(sessionIds) });
  const moved = new Map(sessions.map(session => [session.id, placeOf(session)]));
  const sites = await findSitesById(
    tx,
    slots.map(({ siteId }) => siteId),
  );
  return new Map(
    slots.flatMap(({ id, sessionId, siteId }): [string, Place][] => {
      const site = sites.get(siteId);
      const place = (sessionId === null ? null : moved.get(sessionId)) ?? (site && ownPlace(site));
      return place ? [[id, place]] : [];
    }),
  );
}
