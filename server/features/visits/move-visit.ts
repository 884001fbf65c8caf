import type { Input } from '@contract/endpoint';
import type { moveVisit as contract } from '@contract/visits';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit, placeOf } from './change-visit';
import { getVisitHere } from './find-visits';
import { requireVitals } from './find-vitals';
import { lockQueue } from './lock-queue';
import { turnOf } from './queue-order';
import { requireExamination } from './require-form';
import { requireVersion, stateChanged } from './require-version';
import { siteOf } from './site-of';
import { staffVisitNow, type StaffVisit } from './staff-view';
import { undoMove } from './undo-move';
import { noteDocumentSeen } from './note-document';
import { movePlace, movesFrom } from './visit-moves';

/** Any move that needs no more than a tap. */
export async function moveVisit(tx: Tx, command: Input<typeof contract>): Promise<StaffVisit> {
  await lockQueue(tx, siteOf(tx));
  const visit = requireVersion(await getVisitHere(tx, command.visitId), command.version);
  tx.subject(visit.personId);
  const { move, stage, desk } = command;
  if (move === 'undo') return staffVisitNow(tx, await undoMove(tx, visit));
  if (!movePlace(placeOf(visit), move, { now: tx.now, turn: turnOf(visit), stage, desk }))
    throw new Refusal('NOT_FROM_HERE', 'conflict', { may: movesFrom(visit.state) });
  if (move === 'finish' && visit.stage === 'interview') await requireExamination(tx, visit);
  if (move === 'finish' && visit.stage === 'test') await requireVitals(tx, visit);
  const moved = await changeVisit(tx, visit, move, { stage, desk });
  if (!moved) throw stateChanged();
  if (move === 'finish' && visit.stage === 'register') await noteDocumentSeen(tx, visit);
  return staffVisitNow(tx, moved);
}
