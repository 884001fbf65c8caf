import { listMyMeasurements } from '@contract/measurements';
import {
  callVisit as callContract,
  checkIn as checkInContract,
  deferVisit as deferContract,
  getArrivalCode,
  getMyVisit,
  getQueueTicket,
  getVisit,
  getWaitingRoom,
  listTodaysVisits,
  lookUpArrival as lookUpContract,
  moveVisit as moveContract,
  recordDonation as recordContract,
  recordReaction as reactionContract,
  recordVitals as vitalsContract,
  setDesks as desksContract,
  startDraw as drawContract,
} from '@contract/visits';
import { personOf } from '@server/platform/actor';
import type { RequestScope } from '@server/platform/route/request-scope';
import { route } from '@server/platform/route/route';
import type { Tx } from '@server/platform/tx';
import { writeArrivalCode } from './arrival-code';
import { callVisit } from './call-visit';
import { checkIn } from './check-in';
import { deferVisit } from './defer-visit';
import { setDesks } from './desks';
import { findMyMeasurements } from './find-my-measurements';
import { findMyVisit } from './find-my-visit';
import { findOneVisit } from './find-one-visit';
import { lookUpArrival } from './look-up-arrival';
import { moveVisit } from './move-visit';
import { recordReaction } from './note-reaction';
import { issueTicket } from './queue-ticket';
import { findTodaysList, findWaitingRoom } from './read-queue';
import { recordDonation } from './record-donation';
import { recordVitals } from './record-vitals';
import { startDraw } from './start-draw';

const serve = (action: string) => ({ may: 'visit:serve', audit: `visit.${action}` }) as const;

/** A change of the queue: whoever listens to this process hears of it as soon as it is committed, the others within a second. */
async function changing<T>(request: RequestScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await request.transaction(work);
  request.app.push.wake();
  return result;
}

export const routes = [
  route(getArrivalCode, { may: 'visit:arrive', audit: 'visit.show-code' }, async ({ app, actor }) => {
    const now = app.clock.now();
    return {
      ...writeArrivalCode(app.crypto, { personId: personOf(actor), accountId: actor.accountId }, now),
      serverTime: now,
    };
  }),
  route(lookUpContract, { ...serve('look-up'), perMinute: 60 }, (request, input) =>
    request.transaction(tx => lookUpArrival(tx, input)),
  ),
  route(checkInContract, { ...serve('check-in'), perMinute: 60 }, (request, input) =>
    changing(request, tx => checkIn(tx, input)),
  ),
  route(listTodaysVisits, serve('list'), request => request.read(findTodaysList)),
  route(getVisit, serve('read'), (request, input) => request.read(tx => findOneVisit(tx, input))),
  route(callContract, serve('call'), (request, input) => changing(request, tx => callVisit(tx, input))),
  route(moveContract, serve('move'), (request, input) => changing(request, tx => moveVisit(tx, input))),
  route(vitalsContract, serve('record-vitals'), (request, input) => request.transaction(tx => recordVitals(tx, input))),
  route(drawContract, serve('start-draw'), (request, input) => changing(request, tx => startDraw(tx, input))),
  route(recordContract, serve('record-donation'), (request, input) =>
    changing(request, tx => recordDonation(tx, input)),
  ),
  route(reactionContract, serve('record-reaction'), (request, input) =>
    request.transaction(tx => recordReaction(tx, input)),
  ),
  route(deferContract, serve('defer'), (request, input) => changing(request, tx => deferVisit(tx, input))),
  route(desksContract, serve('set-desks'), (request, input) => request.transaction(tx => setDesks(tx, input))),
  route(getMyVisit, { may: 'visit:arrive', audit: 'visit.read-own' }, (request, input) =>
    request.read(tx => findMyVisit(tx, input)),
  ),
  route(listMyMeasurements, { may: 'visit:arrive', audit: 'visit.read-measurements' }, request =>
    request.read(findMyMeasurements),
  ),
  route(getQueueTicket, { may: 'visit:arrive', audit: 'visit.queue-ticket' }, request => request.read(issueTicket)),
  route(getWaitingRoom, { may: 'visit:screen', audit: 'visit.screen' }, (request, input) =>
    request.read(tx => findWaitingRoom(tx, input)),
  ),
];
