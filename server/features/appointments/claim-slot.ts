import { requireEligible } from '@server/features/eligibility';
import { lockPeople } from '@server/features/identity';
import { bookingWindow, type Slot } from '@server/features/sites';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { findMissedDays } from './find-appointments';
import { lapseOverdue } from './lapse-hold';
import { sameDayOnlyUntil } from './no-show-rule';
import { noPlace, takeAs } from './place';

/** Whether this person may book this time at all; says nothing about free places. Every way to a place leads through here. */
export async function requireBookable(tx: Tx, personId: string, slot: Slot): Promise<void> {
  // A deferral that is being written down now is there after this, or its writer finds the booking.
  await lockPeople(tx, [personId]);
  const { from, before, lastDay } = bookingWindow(tx.now);
  if (slot.startsAt < from || slot.startsAt >= before)
    throw new Refusal('OUTSIDE_BOOKING_WINDOW', 'conflict', { from, lastDay });
  const sameDayUntil = sameDayOnlyUntil(await findMissedDays(tx, personId), tx.today);
  if (sameDayUntil !== undefined && slot.onDate !== tx.today)
    throw new Refusal('OUTSIDE_BOOKING_WINDOW', 'conflict', { from, lastDay: tx.today, sameDayUntil });
  await requireEligible(tx, personId, slot.type, slot.onDate);
}

/**
 * Takes a place or refuses with other times. A hold whose time is over takes nothing away from anybody: it ends here, its place
 * goes to the first on the waiting list and else to this person. The row of the time is locked from here to the end of the
 * transaction, so this comes as late as possible: many who want the same time wait for each other that long.
 */
export async function claimPlace(tx: Tx, slot: Slot, takenAs: Appointment['takenAs']): Promise<void> {
  if (await takeAs(tx, slot.id, takenAs)) return;
  if ((await lapseOverdue(tx, slot.id)) && (await takeAs(tx, slot.id, takenAs))) return;
  throw await noPlace(tx, slot);
}

/** Says no before any work to those who come when everything is gone; only the statement above says yes. */
export async function refuseWhenFull(tx: Tx, slot: Slot): Promise<void> {
  if (slot.state === 'open' && slot.booked < slot.capacity) return;
  if (!(await lapseOverdue(tx, slot.id))) throw await noPlace(tx, slot);
}
