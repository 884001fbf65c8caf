import { In } from 'typeorm';
import { isToldInTime } from '@rules/badges';
import { toChinaDate, type CalendarDate } from '@rules/calendar';
import { findRow, findRows } from '@server/platform/db/rows';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { isOver } from './lapse-hold';

/** Somebody else's booking is not found, as one that does not exist. */
export async function getOwnAppointment(tx: Tx, personId: string, id: string): Promise<Appointment> {
  const row = await tx.em.findOneBy(Appointment, { id, personId });
  if (!row) throw notFound();
  return row;
}

/** The booking with which a person may be checked in at this site on that day. */
export const findBookingAt = (
  tx: Tx,
  personId: string,
  siteId: string,
  onDate: CalendarDate,
): Promise<Appointment | null> => tx.em.findOneBy(Appointment, { personId, siteId, onDate, state: 'booked' });

/** Who is still expected at a site on that day, in order of time. */
export const findExpected = (tx: Tx, siteId: string, onDate: CalendarDate): Promise<Appointment[]> =>
  tx.em.find(Appointment, { where: { siteId, onDate, state: 'booked' }, order: { startsAt: 'ASC', id: 'ASC' } });

/** The open booking that stands in the way of another. */
export const findOpenBooking = (tx: Tx, personId: string): Promise<Appointment | null> =>
  findRow(tx.em, Appointment, { openKey: personId });

/** Days of the bookings that a person has missed. */
export async function findMissedDays(tx: Tx, personId: string): Promise<CalendarDate[]> {
  const rows = await findRows(tx.em, Appointment, { personId, state: 'no_show' });
  return rows.map(({ onDate }) => onDate);
}

/** Days of the bookings that a person kept, and of those given back by the person a day before or earlier. */
export async function findReliability(
  tx: Tx,
  personId: string,
): Promise<{ kept: CalendarDate[]; toldInTime: CalendarDate[] }> {
  const kept = await findRows(tx.em, Appointment, { personId, state: 'fulfilled' });
  const cancelled = await findRows(tx.em, Appointment, { personId, state: 'cancelled', cancelledBy: 'donor' });
  return {
    // A walk-in has no time to keep.
    kept: kept.filter(({ slotId }) => slotId !== null).map(({ onDate }) => onDate),
    toldInTime: cancelled
      .filter(({ updatedAt, onDate }) => isToldInTime(toChinaDate(updatedAt), onDate))
      .map(({ onDate }) => onDate),
  };
}

const endedShown = 20;

/** Holds that are not over and open ones by time, then the latest ended ones. */
export async function findAppointmentsOf(tx: Tx, personId: string): Promise<Appointment[]> {
  const open = await tx.em.find(Appointment, {
    where: { personId, state: In(['held', 'booked', 'checked_in']) },
    order: { startsAt: 'ASC' },
  });
  const ended = await tx.em.find(Appointment, {
    where: { personId, state: In(['fulfilled', 'cancelled', 'no_show']) },
    order: { startsAt: 'DESC', id: 'DESC' },
    take: endedShown,
  });
  return [...open.filter(row => row.state !== 'held' || !isOver(row, tx.now)), ...ended];
}
