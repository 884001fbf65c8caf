import type { Instant } from '@rules/calendar';
import { groupKey, type BloodGroup } from './blood-group-need';
import type { Slot } from './slot.entity';

export type Places = Pick<
  Slot,
  'capacity' | 'booked' | 'reserved' | 'reservedFor' | 'releaseAt' | 'neededBooked' | 'walkInCapacity' | 'walkInTaken'
>;

/** Places still kept for groups in need: those that their donors have not used up, until they open to everybody. */
export function keptPlaces(slot: Places, now: Instant): number {
  if (slot.reservedFor === '' || (slot.releaseAt !== null && slot.releaseAt <= now)) return 0;
  const kept = slot.reserved - Math.min(slot.neededBooked, slot.reserved);
  return Math.max(0, Math.min(kept, slot.capacity - slot.booked));
}

export const isNeeded = (slot: Pick<Slot, 'reservedFor'>, group: BloodGroup | null): boolean =>
  group !== null && slot.reservedFor.includes(`,${groupKey(group)},`);

/** What a donor of this group may book; `take-place.ts` says the same in SQL. */
export function freePlaces(slot: Places, group: BloodGroup | null, now: Instant): number {
  const left = Math.max(0, slot.capacity - slot.booked);
  return isNeeded(slot, group) ? left : left - keptPlaces(slot, now);
}

/**
 * Walk-in places, and places that nobody has booked: asked only of a time that has begun, when bookings for it have ended,
 * so that no chair stays empty for want of a booking.
 */
export const freeWalkIns = (slot: Places): number =>
  Math.max(0, slot.walkInCapacity + slot.capacity - slot.booked - slot.walkInTaken);
