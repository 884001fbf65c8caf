import { In } from 'typeorm';
import { findPlaces, placesLowered, sayTime, sessionCancelled, sessionChanged } from '@server/features/sites';
import type { App } from '@server/platform/app';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { endHold } from './lapse-hold';
import { lowerPlaces } from './lower-places';
import { endForStation } from './offer-others';
import { releaseTimes } from './release-group';

const page = 'pages/booking/index';

const openAt = (tx: Tx, slotIds: readonly string[], state: 'held' | 'booked'): Promise<Appointment[]> =>
  tx.em.find(Appointment, { where: { slotId: In([...slotIds]), state }, order: { slotId: 'ASC', id: 'ASC' } });

/** Ends what was booked on times that do not take place, and offers each donor the nearest others. */
async function cancelForStation(tx: Tx, slotIds: readonly string[], reason: string): Promise<void> {
  if (slotIds.length === 0) return;
  await releaseTimes(tx, slotIds);
  for (const row of await openAt(tx, slotIds, 'held')) await endHold(tx, row, false);
  for (const row of await openAt(tx, slotIds, 'booked')) await endForStation(tx, row, reason);
}

/** The time stays, with fewer places. */
async function lowerAll(tx: Tx, slotIds: readonly string[], reason: string): Promise<void> {
  for (const slotId of [...slotIds].sort()) await lowerPlaces(tx, slotId, reason);
}

/** The time stays, the vehicle stands elsewhere. */
async function tellPlace(tx: Tx, slotIds: readonly string[]): Promise<void> {
  if (slotIds.length === 0) return;
  const places = await findPlaces(tx, slotIds);
  for (const row of await openAt(tx, slotIds, 'booked')) {
    const place = row.slotId === null ? undefined : places.get(row.slotId);
    if (!place) continue;
    const values = { time: sayTime(row.startsAt), address: place.address };
    await notify(tx, row.personId, 'appointment.place-changed', values, page);
  }
}

export function startFollowingSessions(app: App): void {
  app.events.on(sessionCancelled, (tx, { slotIds, reason }) => cancelForStation(tx, slotIds, reason));
  app.events.on(placesLowered, (tx, { slotIds, reason }) => lowerAll(tx, slotIds, reason));
  app.events.on(sessionChanged, (tx, { slotIds }) => tellPlace(tx, slotIds));
}
