import type { Input } from '@contract/endpoint';
import type { callVisit as contract } from '@contract/visits';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { findWaiting, getVisitHere, siteOf } from './find-visits';
import { staffVisitNow, type StaffVisit } from './staff-view';
import type { Visit } from './visit.entity';

const stateChanged = () => new Refusal('STATE_CHANGED', 'conflict');

async function call(tx: Tx, visit: Visit, desk: string): Promise<StaffVisit | undefined> {
  const set = { desk, calledAt: tx.now };
  if (!(await changeVisit(tx, visit, ['waiting'], 'called', set))) return undefined;
  tx.subject(visit.personId);
  await notify(tx, visit.personId, 'visit.called', { number: visit.number, desk });
  return staffVisitNow(tx, { ...visit, ...set, state: 'called' });
}

/** Somebody whom this desk has called already is called again; another desk has lost. */
async function callAgain(tx: Tx, visit: Visit, desk: string): Promise<StaffVisit> {
  if (visit.state !== 'called' || visit.desk !== desk) throw stateChanged();
  await notify(tx, visit.personId, 'visit.called', { number: visit.number, desk });
  return staffVisitNow(tx, visit);
}

/** Calls a given donor, or the first of the published order who is still free when two desks call at once. */
export async function callVisit(tx: Tx, { desk, visitId }: Input<typeof contract>): Promise<StaffVisit> {
  if (visitId !== undefined) {
    const visit = await getVisitHere(tx, visitId);
    if (visit.state !== 'waiting') return callAgain(tx, visit, desk);
    const called = await call(tx, visit, desk);
    if (!called) throw stateChanged();
    return called;
  }
  for (const visit of await findWaiting(tx, siteOf(tx))) {
    const called = await call(tx, visit, desk);
    if (called) return called;
  }
  throw new Refusal('NOBODY_WAITING', 'conflict');
}
