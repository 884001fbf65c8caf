import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import type { Move, Place } from './visit-moves';
import { VisitEvent } from './visit-event.entity';
import type { Visit } from './visit.entity';

/** Keeps what happened. The unique index on visit and version is the second net under the compare-and-swap. */
export async function writeEvent(
  tx: Tx,
  visit: Visit,
  siteSeq: number,
  move: Move | 'arrive' | 'undo',
  before: Place | null,
): Promise<void> {
  const { stage, state, desk, calledAt, stageSince, turnAt, skips, restUntil } = visit;
  const after: Place = { stage, state, desk, calledAt, stageSince, turnAt, skips, restUntil };
  await tx.em.insert(VisitEvent, {
    id: newId(),
    visitId: visit.id,
    siteId: visit.siteId,
    seq: visit.version,
    siteSeq,
    at: tx.now,
    move,
    byId: tx.actor.staffId ?? 'system',
    before: before && JSON.stringify(before),
    after: JSON.stringify(after),
  });
}
