import { isUniqueViolation } from '@server/platform/db/errors';
import { insertRow } from '@server/platform/db/rows';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { findOpenBooking } from './find-appointments';
import { endHold, isOver } from './lapse-hold';

const alreadyBooked = (open: Appointment | null) =>
  new Refusal('ALREADY_BOOKED', 'conflict', { appointmentId: open?.id ?? null });

/** The same person asked on another phone in this very moment. */
export const isSecondOpen = (error: unknown): boolean =>
  isUniqueViolation(error, 'open_key') || isUniqueViolation(error, 'ux_appointment_open');

/**
 * One hold or booking a person. An own hold gives way to a new one; a booking, and an offer that others wait for, do not.
 * Returns the own hold of this very time: it is kept, because its place might be gone when it were given back.
 */
export async function clearTheWay(tx: Tx, personId: string, slotId: string): Promise<Appointment | undefined> {
  const open = await findOpenBooking(tx, personId);
  if (!open) return undefined;
  if (open.state !== 'held') throw alreadyBooked(open);
  const over = isOver(open, tx.now);
  if (!over && open.slotId === slotId) return open;
  if (!over && open.waitlistId !== null) throw alreadyBooked(open);
  if (!(await endHold(tx, open, false))) throw alreadyBooked(open);
  return undefined;
}

/** The unique index is the second net; the place taken before goes back with the rollback. */
export async function insertOpen(tx: Tx, row: Appointment): Promise<void> {
  try {
    await insertRow(tx.em, Appointment, row);
  } catch (error) {
    if (isSecondOpen(error)) throw alreadyBooked(await findOpenBooking(tx, row.personId));
    throw error;
  }
}
