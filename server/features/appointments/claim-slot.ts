import { requireEligible } from '@server/features/eligibility';
import { bookingWindow, findNextFree, takePlace, type Slot } from '@server/features/sites';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findMissedDays } from './find-appointments';
import { sameDayOnlyUntil } from './no-show-rule';

/** Whether this person may book this time at all; says nothing about free places. */
export async function requireBookable(tx: Tx, personId: string, slot: Slot): Promise<void> {
  const { from, before, lastDay } = bookingWindow(tx.now);
  if (slot.startsAt < from || slot.startsAt >= before)
    throw new Refusal('OUTSIDE_BOOKING_WINDOW', 'conflict', { from, lastDay });
  const sameDayUntil = sameDayOnlyUntil(await findMissedDays(tx, personId), tx.today);
  if (sameDayUntil !== undefined && slot.onDate !== tx.today)
    throw new Refusal('OUTSIDE_BOOKING_WINDOW', 'conflict', { from, lastDay: tx.today, sameDayUntil });
  await requireEligible(tx, personId, slot.type, slot.onDate);
}

/** Takes a place or refuses with other times. */
export async function claimPlace(tx: Tx, slot: Slot): Promise<void> {
  if (await takePlace(tx, slot.id)) return;
  if (slot.state === 'closed') throw new Refusal('SLOT_CLOSED', 'conflict', { nextFree: await findNextFree(tx, slot) });
  throw new Refusal('SLOT_FULL', 'conflict', { nextFree: await findNextFree(tx, slot) });
}
