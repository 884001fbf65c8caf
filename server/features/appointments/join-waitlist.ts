import type { Input } from '@contract/endpoint';
import type { joinWaitlist as contract } from '@contract/waitlist';
import { addDays, chinaInstant, type CalendarDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import type { IntervalType } from '@rules/interval';
import { requireEligible } from '@server/features/eligibility';
import { lockPeople } from '@server/features/identity';
import { bookingWindow, getSite } from '@server/features/sites';
import { personOf, systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { Refusal, badField, notFound } from '@server/platform/refusal';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { findFreeTimes, findSlotIds } from './find-free-times';
import { findOpenBooking } from './find-appointments';
import { endHold, isOver } from './lapse-hold';
import { getWaitlistView, type WaitlistView } from './find-waitlist';
import { promoteWaiting } from './promote-waiting';
import { WaitlistDay, WaitlistEntry } from './waitlist-entry.entity';
import { changeEntry } from './waitlist-state';

const openDay = defineJob<{ siteId: string; type: IntervalType; on: CalendarDate }>('waitlist.open-day');
type Place = Pick<WaitlistEntry, 'siteId' | 'type'>;
const conflict = (code: string, details: Record<string, unknown> = {}) => new Refusal(code, 'conflict', details);

/** At least one of the days must be possible; the first refusal explains when none is. */
async function requireSomeDay(tx: Tx, personId: string, type: IntervalType, days: readonly CalendarDate[]) {
  let first: unknown;
  for (const on of days) {
    try {
      return await requireEligible(tx, personId, type, on);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/**
 * Days beyond the horizon are offered when they open, soon after the site has opened its times. The others are looked at once
 * more after this transaction: a place freed while it ran has seen nobody waiting.
 */
async function planOffers(
  tx: Tx,
  entryId: string,
  { siteId, type }: Place,
  days: readonly CalendarDate[],
): Promise<void> {
  const { bookableDaysAhead } = getEdition('appointment', tx.today).rules;
  const { lastDay } = bookingWindow(tx.now);
  for (const on of days) {
    const notBefore = on <= lastDay ? undefined : chinaInstant(addDays(on, -bookableDaysAhead.value), '00:30');
    await enqueue(tx, openDay, { siteId, type, on }, { dedupeKey: `${entryId}:${on}`, notBefore });
  }
}

async function insertEntry(tx: Tx, entry: WaitlistEntry): Promise<void> {
  try {
    await tx.em.insert(WaitlistEntry, { ...entry });
  } catch (error) {
    if (isUniqueViolation(error, 'open_key') || isUniqueViolation(error, 'ux_waitlist_open'))
      throw conflict('ALREADY_WAITING');
    throw error;
  }
}

export async function joinWaitlist(tx: Tx, input: Input<typeof contract>): Promise<WaitlistView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const { siteId, type, from, to } = input;
  const days = [...new Set(input.days)].sort();
  const site = await getSite(tx, siteId);
  if (!site.types.includes(type)) throw badField('type', 'not_taken_here');
  const last = addDays(tx.today, getEdition('appointment', tx.today).rules.waitDaysAhead.value);
  if (days.some(day => day < tx.today || day > last)) throw conflict('OUTSIDE_BOOKING_WINDOW', { lastDay: last });
  const mine = await tx.em.findOneBy(WaitlistEntry, { openKey: personId });
  if (mine && (mine.lastDay >= tx.today || !(await changeEntry(tx, mine.id, mine.state, 'ended'))))
    throw conflict('ALREADY_WAITING');
  const open = await findOpenBooking(tx, personId);
  if (open && !(open.state === 'held' && isOver(open, tx.now) && (await endHold(tx, open, true))))
    throw conflict('ALREADY_BOOKED', { appointmentId: open.id });
  await lockPeople(tx, [personId]);
  await requireSomeDay(tx, personId, type, days);
  const free = await findFreeTimes(tx, personId, { siteId, type, days, from, to });
  if (free.length > 0)
    throw conflict('PLACES_FREE', { nextFree: free.slice(0, 3).map(({ id, startsAt }) => ({ slotId: id, startsAt })) });

  const id = newId();
  await insertEntry(tx, {
    ...{ id, personId, siteId, type, fromTime: from, toTime: to, lastDay: days.at(-1) ?? tx.today },
    ...{ state: 'waiting', openKey: personId, joinedAt: tx.now, updatedAt: tx.now },
  });
  await tx.em.insert(
    WaitlistDay,
    days.map(onDate => ({ id: newId(), entryId: id, siteId, type, onDate })),
  );
  await planOffers(tx, id, { siteId, type }, days);
  return getWaitlistView(tx, id);
}

/** A place that is offered now goes to the next, in this transaction. */
export async function leaveWaitlist(tx: Tx, entryId: string): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const entry = await tx.em.findOneBy(WaitlistEntry, { id: entryId, personId });
  if (!entry) throw notFound();
  // Ended first, so that the place is not offered to the one who leaves.
  for (const from of ['waiting', 'offered'] as const) if (await changeEntry(tx, entryId, from, 'ended')) break;
  const held = await tx.em.findOneBy(Appointment, { waitlistId: entryId, state: 'held' });
  if (held) await endHold(tx, held, false);
  return { done: true };
}

export const startOpeningDays = (app: App): void =>
  app.jobs.handle(openDay, async (_, { siteId, type, on }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'waitlist.open-day' }, async tx => {
      for (const slotId of await findSlotIds(tx, siteId, type, on)) await promoteWaiting(tx, slotId);
    });
  });
