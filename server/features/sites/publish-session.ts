import type { Input } from '@contract/endpoint';
import type { publishSession as contract } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { timesOf } from '@rules/session-plan';
import { announce } from '@server/platform/events';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVersion } from './change-version';
import { placeFreed } from './events';
import { findClosures } from './find-closures';
import { findGroupsToKeepFor } from './find-needs';
import { getOwnSession, requireAhead, requireNoOverlap } from './find-sessions';
import { lockSite } from './lock-site';
import { openTimes } from './open-times';
import { toPlan } from './session-rows';
import { sessionView, type SessionView } from './session-view';
import { Slot } from './slot.entity';

/** The draft's times open; two sessions of a site never cover the same minute. */
export async function publishSession(tx: Tx, { sessionId, version }: Input<typeof contract>): Promise<SessionView> {
  const { siteId } = (await getOwnSession(tx, sessionId)).session;
  await lockSite(tx, siteId);
  const { session, site } = await getOwnSession(tx, sessionId);
  if (session.state !== 'draft') throw new Refusal('SESSION_CHANGED', 'conflict');
  requireAhead(session.onDate, session.closes, tx.now);
  await requireNoOverlap(tx, session, session);
  const [closed] = await findClosures(tx, [siteId], session.onDate, addDays(session.onDate, 1));
  if (closed) throw new Refusal('DAY_CLOSED', 'conflict', { reason: closed.reason });
  if (timesOf(toPlan(session), session.onDate).length === 0) throw new Refusal('NO_TIMES', 'conflict');
  const published = await changeVersion(tx, session, version, { state: 'published' });
  await openTimes(tx, [published], await findGroupsToKeepFor(tx, site.city));
  for (const { id } of await tx.em.findBy(Slot, { sessionId })) await announce(tx, placeFreed, { slotId: id });
  return sessionView(tx, published);
}
