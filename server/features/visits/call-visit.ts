import type { Input } from '@contract/endpoint';
import type { callVisit as contract } from '@contract/visits';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { stagesOf } from './desks';
import { findWaiting, getVisitHere } from './find-visits';
import { lockQueue } from './lock-queue';
import { requireVersion, stateChanged } from './require-version';
import { siteOf } from './site-of';
import { staffVisitNow, type StaffVisit } from './staff-view';
import type { Visit } from './visit.entity';

async function tellCall(tx: Tx, visit: Visit | undefined, desk: string): Promise<StaffVisit> {
  if (!visit) throw stateChanged();
  tx.subject(visit.personId);
  await notify(tx, visit.personId, 'visit.called', { number: visit.number, desk });
  return staffVisitNow(tx, visit);
}

/** Calls a given donor, calls again whoever this desk has called, or calls the first of the published order. */
export async function callVisit(tx: Tx, command: Input<typeof contract>): Promise<StaffVisit> {
  const { desk, visitId, stage } = command;
  // First of all: of two desks that call at once the second reads what the first has left.
  await lockQueue(tx, siteOf(tx));
  if (visitId !== undefined) {
    const visit = requireVersion(await getVisitHere(tx, visitId), command.version);
    if (visit.state === 'called' && visit.desk === desk)
      return tellCall(tx, await changeVisit(tx, visit, 'recall'), desk);
    return tellCall(tx, await changeVisit(tx, visit, 'call', { desk }), desk);
  }
  const [next] = await findWaiting(tx, siteOf(tx), await stagesOf(tx, siteOf(tx), desk, stage));
  if (!next) throw new Refusal('NOBODY_WAITING', 'conflict');
  return tellCall(tx, await changeVisit(tx, next, 'call', { desk }), desk);
}
