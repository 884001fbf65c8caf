import type { Instant } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { neededPattern, type KnownGroup } from './blood-group-need';
import { placeFreed } from './events';
import { Slot } from './slot.entity';

/** Who takes or gives back a place. The same two go into `releasePlace` as went into `takePlace`. */
export interface PlaceFor {
  /** Of the donor, as the register knows it; null or absent: unknown, only general places. */
  readonly bloodGroup?: KnownGroup;
  /** The place is one of those held for a group, whichever: their quota is counted by who owns the groups. */
  readonly groupId?: string;
}

/** `keptPlaces` of `slot-places.ts` without its bounds: the comparison with the capacity does not need them. */
const kept = `CASE WHEN reserved_for = '' OR release_at <= :now THEN 0
  WHEN needed_booked < reserved THEN reserved - needed_booked ELSE 0 END`;
const needed = 'CASE WHEN reserved_for LIKE :needed THEN 1 ELSE 0 END';

async function change(
  tx: Tx,
  set: Partial<Record<'booked' | 'neededBooked' | 'groupHeld' | 'walkInTaken', string>>,
  condition: string,
  parameters: Record<string, string | number>,
): Promise<boolean> {
  const values = Object.fromEntries(Object.entries(set).map(([column, sql]) => [column, () => sql]));
  const result = await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set(values)
    .where(condition)
    .setParameters(parameters)
    .execute();
  return result.affected === 1;
}

/**
 * Takes one place, or answers false when none is left for this donor. The condition and the change are one statement: of
 * any number of requests for the last place the database lets exactly one through, on one connection or on many.
 * A donor of a group in need uses a kept place first and then a general one; everybody else has the general ones, and the
 * kept ones from their release on. MySQL assigns from left to right: `needed_booked` reads nothing that was assigned before.
 */
export function takePlace(tx: Tx, slotId: string, { bloodGroup, groupId }: PlaceFor = {}): Promise<boolean> {
  const parameters = { slotId, now: tx.now, needed: neededPattern(bloodGroup ?? null) };
  if (groupId !== undefined)
    return change(
      tx,
      { groupHeld: 'group_held - 1', neededBooked: `needed_booked + ${needed}` },
      "id = :slotId AND group_held > 0 AND state = 'open'",
      parameters,
    );
  return change(
    tx,
    { booked: 'booked + 1', neededBooked: `needed_booked + ${needed}` },
    `id = :slotId AND state = 'open' AND booked + CASE WHEN reserved_for LIKE :needed THEN 0 ELSE ${kept} END < capacity`,
    parameters,
  );
}

/** Gives a place back, also at a closed time; one of a group goes back to the groups. */
export async function releasePlace(tx: Tx, slotId: string, { bloodGroup, groupId }: PlaceFor = {}): Promise<void> {
  const neededBooked =
    'CASE WHEN needed_booked > 0 AND reserved_for LIKE :needed THEN needed_booked - 1 ELSE needed_booked END';
  const parameters = { slotId, needed: neededPattern(bloodGroup ?? null) };
  if (groupId !== undefined) {
    await change(tx, { groupHeld: 'group_held + 1', neededBooked }, 'id = :slotId AND group_held < booked', parameters);
    return;
  }
  if (await change(tx, { booked: 'booked - 1', neededBooked }, 'id = :slotId AND booked > group_held', parameters))
    await announce(tx, placeFreed, { slotId });
}

/** Holds `count` general places for groups, all of them or none. */
export const holdForGroup = (tx: Tx, slotId: string, count: number): Promise<boolean> =>
  change(
    tx,
    { booked: 'booked + :count', groupHeld: 'group_held + :count' },
    `id = :slotId AND state = 'open' AND booked + :count + ${kept} <= capacity`,
    { slotId, count, now: tx.now },
  );

/** Lets go of places that no member has taken. False when so many are not held. */
export async function releaseFromGroup(tx: Tx, slotId: string, count: number): Promise<boolean> {
  const released = await change(
    tx,
    { booked: 'booked - :count', groupHeld: 'group_held - :count' },
    'id = :slotId AND group_held >= :count',
    { slotId, count },
  );
  if (released) await announce(tx, placeFreed, { slotId });
  return released;
}

export type WalkIn = { readonly kind: 'taken'; readonly slotId: string } | { readonly kind: 'full' | 'not_open' };

/**
 * A place for somebody who came without a booking, at the time that `at` falls in. It comes out of the walk-in places, then
 * out of those that nobody has booked: bookings for a time that has begun have ended, so no booked donor is pushed out.
 */
export async function takeWalkIn(tx: Tx, siteId: string, type: IntervalType, at: Instant): Promise<WalkIn> {
  const slots = await tx.em
    .createQueryBuilder(Slot, 'slot')
    .select(['slot.id', 'slot.state'])
    .where('slot.siteId = :siteId AND slot.type = :type', { siteId, type })
    .andWhere("slot.startsAt <= :at AND slot.endsAt > :at AND slot.state = 'open'", { at })
    .getMany();
  for (const { id } of slots)
    if (
      await change(
        tx,
        { walkInTaken: 'walk_in_taken + 1' },
        "id = :id AND state = 'open' AND walk_in_taken + booked < walk_in_capacity + capacity",
        { id },
      )
    )
      return { kind: 'taken', slotId: id };
  return { kind: slots.length > 0 ? 'full' : 'not_open' };
}

/** The walk-in was sent home before anything began. */
export async function releaseWalkIn(tx: Tx, slotId: string): Promise<void> {
  await change(tx, { walkInTaken: 'walk_in_taken - 1' }, 'id = :slotId AND walk_in_taken > 0', { slotId });
}
