import { timesOf, type PlannedTime } from '@rules/session-plan';
import type { Input } from '@contract/endpoint';
import type { changeSession as contract } from '@contract/sessions';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { closeTimes } from './cancel-session';
import { changeVersion } from './change-version';
import type { DonationSession } from './donation-session.entity';
import { placeFreed, placesLowered, sessionCancelled, sessionChanged } from './events';
import { findGroupsToKeepFor } from './find-needs';
import { getOwnSession, requireAhead, requireNoOverlap } from './find-sessions';
import { lockSite } from './lock-site';
import { openTimes } from './open-times';
import { placeOf, toColumns, toPlan } from './session-rows';
import { donorsOf, sessionView, type SessionView } from './session-view';
import { Slot } from './slot.entity';

type Command = Input<typeof contract>;
interface Kept {
  readonly slot: Slot;
  readonly planned: PlannedTime;
}

/** The new numbers of one time, unless more are booked by now: again condition and change in one statement. */
async function resize(tx: Tx, slot: Slot, planned: PlannedTime, evenBooked = false): Promise<boolean> {
  const { capacity, reserved, releaseAt, walkInCapacity } = planned;
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set({ capacity, reserved, releaseAt, walkInCapacity })
    .where(`id = :id${evenBooked ? '' : ' AND booked <= :capacity'}`, { id: slot.id, capacity })
    .execute();
  return affected === 1;
}

const samePlace = (a: DonationSession, b: DonationSession): boolean =>
  JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b));

/** Times that stay with more booked than they have places now, and how many bookings are too many: held places go first. */
function placesBooked(slots: readonly Slot[]): Refusal {
  const times = slots
    .map(({ startsAt, type, booked, capacity: places, groupHeld }) => {
      const donors = Math.max(0, booked - places - groupHeld);
      return { startsAt, type, booked, places, donors };
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const donors = times.reduce((sum, time) => sum + time.donors, 0);
  return new Refusal('PLACES_BOOKED', 'conflict', { times, donors });
}

/**
 * Times that stay get their new places, smaller id first as everywhere. Those with too many booked are named in a refusal, or, when
 * their donors shall be moved, get them nevertheless and are answered: from now on nobody can book there.
 */
async function resizeAll(tx: Tx, kept: readonly Kept[], moveDonors: boolean): Promise<string[]> {
  const tooFull: Slot[] = [];
  for (const { slot, planned } of [...kept].sort((a, b) => (a.slot.id < b.slot.id ? -1 : 1))) {
    if (await resize(tx, slot, planned)) continue;
    if (moveDonors) await resize(tx, slot, planned, true);
    const now = await tx.em.findOneByOrFail(Slot, { id: slot.id });
    tooFull.push({ ...now, capacity: planned.capacity });
  }
  if (tooFull.length > 0 && !moveDonors) throw placesBooked(tooFull);
  return tooFull.map(({ id }) => id);
}

/** Lets go of the last to book at these times. Who is here already stays, and then there are too many. */
async function lowerTo(tx: Tx, of: { sessionId: string; siteId: string }, slotIds: string[]): Promise<void> {
  if (slotIds.length === 0) return;
  await announce(tx, placesLowered, { ...of, slotIds, reason: fewerPlaces });
  const left = (await findNow(tx, slotIds)).filter(({ booked, capacity }) => booked > capacity);
  if (left.length > 0) throw placesBooked(left);
}

async function changePublished(
  tx: Tx,
  before: DonationSession,
  after: DonationSession,
  { tellDonors = false, moveDonors = false }: Pick<Command, 'tellDonors' | 'moveDonors'>,
  city: string,
) {
  const planned = new Map(
    timesOf(toPlan(after), after.onDate).map(time => [`${time.type} ${time.startsAt}`, time] as const),
  );
  if (planned.size === 0) throw new Refusal('NO_TIMES', 'conflict');
  const slots = await tx.em.findBy(Slot, { sessionId: after.id, state: 'open' });
  const ahead = slots.filter(({ endsAt }) => endsAt > tx.now);
  const kept = ahead.flatMap(slot => {
    const time = planned.get(`${slot.type} ${slot.startsAt}`);
    return time ? [{ slot, planned: time }] : [];
  });
  const stays = new Set(kept.map(({ slot }) => slot.id));
  const dropped = ahead.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
  const lowered = await resizeAll(tx, kept, moveDonors);
  const closed = await closeTimes(tx, after.id, dropped);
  const moved = samePlace(before, after) ? [] : await findNow(tx, [...stays]);
  const donors = donorsOf(closed) + donorsOf(moved);
  if (donors > 0 && !tellDonors)
    throw new Refusal('DONORS_BOOKED', 'conflict', { donors, cancelled: donorsOf(closed), moved: donorsOf(moved) });
  await openTimes(tx, [after], await findGroupsToKeepFor(tx, city));
  const of = { sessionId: after.id, siteId: after.siteId };
  if (closed.length > 0)
    await announce(tx, sessionCancelled, { ...of, slotIds: closed.map(({ id }) => id), reason: shortened });
  await lowerTo(tx, of, lowered);
  if (moved.length > 0) await announce(tx, sessionChanged, { ...of, slotIds: moved.map(({ id }) => id) });
  for (const { slot, planned: time } of kept)
    if (time.capacity > slot.capacity || time.reserved < slot.reserved)
      await announce(tx, placeFreed, { slotId: slot.id });
}

/** What the donors of a time that falls away read as the reason. */
const shortened = '采血场次时间调整';
/** What those read whose place falls away at a time that stays. */
const fewerPlaces = '这个时间的采血名额减少';

const findNow = async (tx: Tx, ids: readonly string[]): Promise<Slot[]> =>
  ids.length === 0 ? [] : tx.em.createQueryBuilder(Slot, 'slot').where('slot.id IN (:...ids)', { ids }).getMany();

export async function changeSession(tx: Tx, command: Command): Promise<SessionView> {
  const { sessionId, version, plan } = command;
  const { siteId } = (await getOwnSession(tx, sessionId)).session;
  await lockSite(tx, siteId);
  const { session, site } = await getOwnSession(tx, sessionId);
  if (session.state === 'cancelled') throw new Refusal('SESSION_CHANGED', 'conflict');
  requireAhead(session.onDate, session.closes, tx.now);
  requireAhead(session.onDate, plan.closes, tx.now);
  const changed = await changeVersion(tx, session, version, toColumns(plan));
  if (session.state === 'published') {
    await requireNoOverlap(tx, session, plan);
    await changePublished(tx, session, changed, command, site.city);
  }
  return sessionView(tx, changed);
}
