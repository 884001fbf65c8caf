import type { Instant } from '@rules/calendar';
import { closeAttended } from '@server/features/appointments';
import { releaseWalkIn } from '@server/features/sites';
import { plusSeconds } from '@server/platform/clock';
import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { queueChanged, visitEnded } from './events';
import { lockQueue } from './lock-queue';
import { measureService } from './measure-stage';
import { turnOf } from './queue-order';
import { canUndo, endedStates, movePlace, undoMinutes, type Move, type Place, type Stage } from './visit-moves';
import { Visit } from './visit.entity';
import { writeEvent } from './write-event';

export const placeOf = (visit: Visit): Place => ({
  stage: visit.stage,
  state: visit.state,
  desk: visit.desk,
  calledAt: visit.calledAt,
  stageSince: visit.stageSince,
  turnAt: visit.turnAt,
  skips: visit.skips,
  restUntil: visit.restUntil,
});

const howEnded = { done: 'donated', left: 'left', deferred: 'deferred' } as const;

/** Puts the visit where it shall be, if nobody has moved it since it was read; undefined when somebody was faster. */
export async function putVisit(tx: Tx, visit: Visit, move: Move | 'undo', place: Place): Promise<Visit | undefined> {
  const siteSeq = await lockQueue(tx, visit.siteId);
  const ended = endedStates.includes(place.state);
  const undoUntil: Instant | null = canUndo(move) ? plusSeconds(tx.now, undoMinutes * 60) : null;
  const set = {
    ...place,
    undoUntil,
    version: visit.version + 1,
    endedAt: ended ? tx.now : null,
    openKey: ended ? null : visit.personId,
  };
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Visit)
    .set(set)
    .where('id = :id AND version = :version', { id: visit.id, version: visit.version })
    .execute();
  if (affected !== 1) return undefined;
  const moved: Visit = { ...visit, ...set };
  await writeEvent(tx, moved, siteSeq, move, placeOf(visit));
  await measureService(tx, visit, move);
  await announce(tx, queueChanged, { siteId: visit.siteId, visitId: visit.id, state: place.state });
  if (ended) await tellEnd(tx, moved, visit.state);
  return moved;
}

async function tellEnd(tx: Tx, visit: Visit, before: Visit['state']): Promise<void> {
  const { id, appointmentId, personId, siteId, state, donationId, walkInSlotId } = visit;
  if (state !== 'done' && state !== 'left' && state !== 'deferred') return;
  if (state !== 'done') await closeAttended(tx, appointmentId, false);
  // No bed was used: somebody else who comes without a booking may have the place.
  if (state !== 'done' && before !== 'donating' && walkInSlotId !== null) await releaseWalkIn(tx, walkInSlotId);
  await announce(tx, visitEnded, { visitId: id, appointmentId, personId, siteId, donationId, how: howEnded[state] });
}

/** Moves a visit by the table; undefined when the move does not start from here or another desk was faster. */
export async function changeVisit(
  tx: Tx,
  visit: Visit,
  move: Move,
  given: { stage?: Stage; desk?: string } = {},
): Promise<Visit | undefined> {
  const place = movePlace(placeOf(visit), move, { now: tx.now, turn: turnOf(visit), ...given });
  return place && putVisit(tx, visit, move, place);
}
