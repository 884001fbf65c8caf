import type { Input } from '@contract/endpoint';
import type { callVisit as contract } from '@contract/visits';
import { plusSeconds } from '@server/platform/clock';
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
import { VisitEvent } from './visit-event.entity';
import type { Place } from './visit-moves';
import type { Visit } from './visit.entity';

/** Seconds within which somebody who has just been served at a desk still stands there. */
const stillThere = 120;

/** Called for the next stage by the desk at which they stand: nobody has to walk, and a message would say nothing new. */
async function standsThere(tx: Tx, { id, stageSince }: Visit, desk: string): Promise<boolean> {
  const last = await tx.em.findOne(VisitEvent, { where: { visitId: id }, order: { seq: 'DESC' } });
  if (last?.move !== 'finish' || last.before === null) return false;
  return (JSON.parse(last.before) as Place).desk === desk && plusSeconds(stageSince, stillThere) >= tx.now;
}

async function tellCall(tx: Tx, visit: Visit | undefined, desk: string, quiet = false): Promise<StaffVisit> {
  if (!visit) throw stateChanged();
  tx.subject(visit.personId);
  if (!quiet)
    await notify(tx, visit.personId, 'visit.called', { number: visit.number, desk }, 'features/visits/pages/queue');
  return staffVisitNow(tx, visit);
}

async function callHere(tx: Tx, visit: Visit, desk: string): Promise<StaffVisit> {
  const quiet = await standsThere(tx, visit, desk);
  return tellCall(tx, await changeVisit(tx, visit, 'call', { desk }), desk, quiet);
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
    return callHere(tx, visit, desk);
  }
  const [next] = await findWaiting(tx, siteOf(tx), await stagesOf(tx, siteOf(tx), desk, stage));
  if (!next) throw new Refusal('NOBODY_WAITING', 'conflict');
  return callHere(tx, next, desk);
}
