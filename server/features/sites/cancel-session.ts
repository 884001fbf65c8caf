import type { Input } from '@contract/endpoint';
import type { cancelSession as contract } from '@contract/sessions';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVersion } from './change-version';
import type { DonationSession } from './donation-session.entity';
import { sessionCancelled } from './events';
import { getOwnSession, requireAhead } from './find-sessions';
import { lockSite } from './lock-site';
import { donorsOf, sessionView, type SessionView } from './session-view';
import { Slot } from './slot.entity';

/**
 * Closes times that have not ended and answers them as they are afterwards: nobody can book a closed time, so the number of
 * donors does not grow any more.
 */
export async function closeTimes(tx: Tx, sessionId: string, only?: readonly string[]): Promise<Slot[]> {
  const open = await tx.em
    .createQueryBuilder(Slot, 'slot')
    .select('slot.id')
    .where("slot.sessionId = :sessionId AND slot.state = 'open' AND slot.endsAt > :now", { sessionId, now: tx.now })
    .orderBy('slot.id')
    .getMany();
  const ids = open.map(({ id }) => id).filter(id => only === undefined || only.includes(id));
  if (ids.length === 0) return [];
  await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set({ state: 'closed' })
    .where("id IN (:...ids) AND state = 'open'", { ids })
    .execute();
  return tx.em.createQueryBuilder(Slot, 'slot').where('slot.id IN (:...ids)', { ids }).getMany();
}

/** Ends a published session and tells the features below, in this transaction. Answers how many donors had booked. */
export async function endSession(
  tx: Tx,
  session: DonationSession,
  version: number,
  reason: string,
): Promise<{ session: DonationSession; donors: number }> {
  const cancelled = await changeVersion(tx, session, version, { state: 'cancelled', reason });
  const closed = await closeTimes(tx, session.id);
  const donors = donorsOf(closed);
  await announce(tx, sessionCancelled, {
    ...{ sessionId: session.id, siteId: session.siteId, reason },
    slotIds: closed.map(({ id }) => id),
  });
  return { session: cancelled, donors };
}

export async function cancelSession(
  tx: Tx,
  { sessionId, version, reason }: Input<typeof contract>,
): Promise<SessionView> {
  const { siteId } = (await getOwnSession(tx, sessionId)).session;
  await lockSite(tx, siteId);
  const { session } = await getOwnSession(tx, sessionId);
  if (session.state === 'cancelled') throw new Refusal('SESSION_CHANGED', 'conflict');
  if (session.state === 'draft')
    return sessionView(tx, await changeVersion(tx, session, version, { state: 'cancelled', reason }));
  requireAhead(session.onDate, session.closes, tx.now);
  return sessionView(tx, (await endSession(tx, session, version, reason)).session);
}
