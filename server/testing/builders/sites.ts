import { addDays, type CalendarDate } from '@rules/calendar';
import { Slot, openSlots, type Site } from '@server/features/sites';
import type { Organization } from '@server/features/organizations';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import { aSite, aStation } from './organizations';

export interface OpenSite {
  readonly site: Site;
  readonly station: Organization;
}

/** A site with its times of today and the next six days open (chairs halved between both types). */
export async function anOpenSite(test: TestApp, given: Partial<Site> = {}): Promise<OpenSite> {
  const station = await aStation(test);
  const site = await aSite(test, station, given);
  await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 7));
  return { site, station };
}

/** A time that belongs to no session: nothing kept, nothing held, no walk-in places. */
const noPlan = {
  ...{ sessionId: null, reserved: 0, reservedFor: '', releaseAt: null, neededBooked: 0, groupHeld: 0 },
  ...{ walkInCapacity: 0, walkInTaken: 0 },
};

/** One time of whole blood at 14:00 China time, today unless said otherwise: 4 places, none taken. */
export async function aSlot(test: TestApp, site: Pick<Site, 'id'>, given: Partial<Slot> = {}): Promise<Slot> {
  const onDate = given.onDate ?? test.clock.today();
  const startsAt = given.startsAt ?? `${onDate}T06:00:00.000Z`;
  const slot: Slot = {
    id: newId(),
    siteId: site.id,
    type: 'whole_blood',
    onDate,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
    capacity: 4,
    booked: 0,
    state: 'open',
    ...noPlan,
    ...given,
  };
  await test.inTransaction(tx => tx.em.insert(Slot, { ...slot }));
  return slot;
}

export const slotNow = (test: TestApp, id: string): Promise<Slot> =>
  test.inTransaction(tx => tx.em.findOneByOrFail(Slot, { id }));

export const daysAhead = (test: TestApp, days: number): CalendarDate => addDays(test.clock.today(), days);
