import type { Input, Output } from '@contract/endpoint';
import type { addClosure as addContract, removeClosure as removeContract } from '@contract/sessions';
import { addDays, daysBetween } from '@rules/calendar';
import { In } from 'typeorm';
import { newId } from '@server/platform/ids';
import { Refusal, badField, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { bookingWindow } from './booking-window';
import { endSession } from './cancel-session';
import { Closure } from './closure.entity';
import { DonationSession } from './donation-session.entity';
import { findClosures } from './find-closures';
import { lockSite } from './lock-site';
import { openSlots } from './open-slots';
import { getOwnSite } from './own-sites';

/** Days of one closure: a holiday, not the end of a site. */
const longest = 31;

/** Shuts the site on these days. Days that are shut already keep their reason. */
export async function closeDays(tx: Tx, input: Input<typeof addContract>): Promise<Output<typeof addContract>> {
  const { siteId, from, to, reason, tellDonors = false } = input;
  await getOwnSite(tx, siteId);
  if (from < tx.today) throw new Refusal('SESSION_OVER', 'conflict');
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw badField('to', 'before_from');
  if (days > longest) throw badField('to', 'too_far');
  await lockSite(tx, siteId);
  const end = addDays(to, 1);
  const shut = new Set((await findClosures(tx, [siteId], from, end)).map(({ onDate }) => onDate));
  const rows = Array.from({ length: days }, (_, day) => addDays(from, day))
    .filter(onDate => !shut.has(onDate))
    .map((onDate): Closure => ({ id: newId(), siteId, onDate, reason, createdAt: tx.now }));
  if (rows.length > 0) await tx.em.insert(Closure, rows);
  const sessions = await tx.em.findBy(DonationSession, {
    siteId,
    state: 'published',
    onDate: In(rows.map(({ onDate }) => onDate)),
  });
  let donors = 0;
  for (const session of sessions) donors += (await endSession(tx, session, session.version, reason)).donors;
  if (donors > 0 && !tellDonors) throw new Refusal('DONORS_BOOKED', 'conflict', { donors });
  const closures = await findClosures(tx, [siteId], from, end);
  return {
    closures: closures.map(row => ({ id: row.id, siteId, on: row.onDate, reason: row.reason })),
    cancelledSessions: sessions.length,
    donorsTold: donors,
  };
}

/** Opens the day again: what the closure itself has cancelled comes back from the opening hours, empty. */
export async function openDay(
  tx: Tx,
  { closureId }: Input<typeof removeContract>,
): Promise<Output<typeof removeContract>> {
  const closure = await tx.em.findOneBy(Closure, { id: closureId });
  if (!closure) throw notFound();
  const { siteId, onDate, reason, createdAt } = closure;
  await getOwnSite(tx, siteId);
  await lockSite(tx, siteId);
  await tx.em.delete(Closure, { id: closureId });
  await tx.em.update(
    DonationSession,
    { siteId, onDate, state: 'cancelled', reason, updatedAt: createdAt },
    { planKey: null },
  );
  if (onDate >= tx.today && onDate <= bookingWindow(tx.now).lastDay) await openSlots(tx, siteId, onDate, 1);
  return { done: true };
}
