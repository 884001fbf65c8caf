import type { Input, Output } from '@contract/endpoint';
import type { listSlots } from '@contract/sites';
import type { Instant } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { findDonor } from '@server/features/donors';
import { findRow } from '@server/platform/db/rows';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { knownGroup, neededPattern, type BloodGroup, type KnownGroup } from './blood-group-need';
import { bookingWindow } from './booking-window';
import { ownPlace } from './find-days';
import { findPlaces } from './find-places';
import { getSite } from './find-sites';
import { freePlaces, isNeeded, keptPlaces } from './slot-places';
import { Slot } from './slot.entity';

/** `keptPlaces` of `slot-places.ts` in SQL, of a row named `slot`. */
const kept = `CASE WHEN slot.reservedFor = '' OR slot.releaseAt <= :now OR slot.reservedFor LIKE :needed THEN 0
  WHEN slot.neededBooked < slot.reserved THEN slot.reserved - slot.neededBooked ELSE 0 END`;

/** What a donor of this blood group can book now: open, a place left, inside the booking window. */
function freeSlots(tx: Tx, siteIds: readonly string[], group: BloodGroup | null = null) {
  const { from, before } = bookingWindow(tx.now);
  return tx.em
    .createQueryBuilder(Slot, 'slot')
    .where("slot.siteId IN (:...siteIds) AND slot.state = 'open'", { siteIds })
    .andWhere(`slot.booked + ${kept} < slot.capacity`, { now: tx.now, needed: neededPattern(group) })
    .andWhere('slot.startsAt >= :from AND slot.startsAt < :before', { from, before });
}

/** The blood group of who asks; null for somebody without a register entry, or without a session. */
async function groupInSession(tx: Tx): Promise<BloodGroup | null> {
  const { personId } = tx.actor;
  return personId === undefined ? null : knownGroup(await findDonor(tx, personId));
}

export async function getSlot(tx: Tx, id: string): Promise<Slot> {
  const slot = await findRow(tx.em, Slot, { id });
  if (!slot) throw notFound();
  return slot;
}

/** Up to three other times for somebody who found this one full: the same day first, then the days after it. */
export async function findNextFree(
  tx: Tx,
  slot: Slot,
  group: KnownGroup = null,
): Promise<{ slotId: string; startsAt: Instant }[]> {
  const rows = await freeSlots(tx, [slot.siteId], knownGroup(group))
    .andWhere('slot.type = :type AND slot.onDate >= :onDate AND slot.id <> :id', slot)
    .orderBy('slot.startsAt')
    .limit(3)
    .getMany();
  return rows.map(({ id, startsAt }) => ({ slotId: id, startsAt }));
}

/** The first time of this type with a place at each site, from the day of this one on; by site. */
export async function findFirstFreeOfSites(
  tx: Tx,
  siteIds: readonly string[],
  { type, onDate }: Pick<Slot, 'type' | 'onDate'>,
  until: Instant,
): Promise<ReadonlyMap<string, string>> {
  if (siteIds.length === 0) return new Map();
  const rows = await freeSlots(tx, siteIds)
    .select(['slot.id', 'slot.siteId', 'slot.startsAt'])
    .andWhere('slot.type = :type AND slot.onDate >= :onDate AND slot.startsAt < :until', { type, onDate, until })
    .orderBy('slot.startsAt')
    .getMany();
  const first = new Map<string, string>();
  for (const { id, siteId } of rows) if (!first.has(siteId)) first.set(siteId, id);
  return first;
}

/** The first time with a place at each site. */
export async function findNextFreeOfSites(
  tx: Tx,
  siteIds: readonly string[],
  type?: IntervalType,
): Promise<ReadonlyMap<string, Instant>> {
  if (siteIds.length === 0) return new Map();
  const query = freeSlots(tx, siteIds)
    .select('slot.siteId', 'siteId')
    .addSelect('MIN(slot.startsAt)', 'startsAt')
    .groupBy('slot.siteId');
  // Both named rather than left out: then the index over site, type and time skips the days that are past.
  query.andWhere('slot.type IN (:...types)', { types: type ? [type] : ['whole_blood', 'platelets'] });
  const rows = await query.getRawMany<{ siteId: string; startsAt: Instant }>();
  return new Map(rows.map(({ siteId, startsAt }) => [siteId, startsAt]));
}

/** Free times of one day, by default the first day that has any. */
export async function findSlots(
  tx: Tx,
  { siteId, type, on }: Input<typeof listSlots>,
): Promise<Output<typeof listSlots>> {
  const site = await getSite(tx, siteId);
  const group = await groupInSession(tx);
  const found = await freeSlots(tx, [siteId], group)
    .andWhere('slot.type = :type', { type })
    .select('slot.onDate', 'on')
    .addSelect(`SUM(slot.capacity - slot.booked - (${kept}))`, 'free')
    .groupBy('slot.onDate')
    .orderBy('slot.onDate')
    .getRawMany<{ on: string; free: string | number }>();
  const days = found.map(day => ({ on: day.on, free: Number(day.free) }));
  const shown = on ?? days[0]?.on ?? tx.today;
  const slots = await freeSlots(tx, [siteId], group)
    .andWhere('slot.type = :type AND slot.onDate = :shown', { type, shown })
    .orderBy('slot.startsAt')
    .getMany();
  const [first] = slots;
  const places = first ? await findPlaces(tx, [first.id]) : undefined;
  return {
    on: shown,
    days,
    slots: slots.map(slot => ({
      id: slot.id,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      free: freePlaces(slot, group, tx.now),
      keptForYou: isNeeded(slot, group) ? keptPlaces(slot, tx.now) : 0,
    })),
    place: (first && places?.get(first.id)) ?? ownPlace(site),
  };
}
