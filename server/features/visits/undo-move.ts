import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { putVisit } from './change-visit';
import { stateChanged } from './require-version';
import type { Place } from './visit-moves';
import { VisitEvent } from './visit-event.entity';
import type { Visit } from './visit.entity';

/** Back to where the visit was before its last move. The move stays in the log, and so does that it was taken back. */
export async function undoMove(tx: Tx, visit: Visit): Promise<Visit> {
  if (visit.undoUntil === null || tx.now > visit.undoUntil) throw new Refusal('NOTHING_TO_UNDO', 'conflict');
  const last = await tx.em.findOneByOrFail(VisitEvent, { visitId: visit.id, seq: visit.version });
  if (last.before === null) throw new Refusal('NOTHING_TO_UNDO', 'conflict');
  const moved = await putVisit(tx, visit, 'undo', JSON.parse(last.before) as Place);
  if (!moved) throw stateChanged();
  return moved;
}
