import {
  callVisit as callContract,
  checkIn as checkInContract,
  deferVisit as deferContract,
  getArrivalCode,
  getMyVisit,
  getWaitingRoom,
  listTodaysVisits,
  recordDonation as recordContract,
} from '@contract/visits';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { writeArrivalCode } from './arrival-code';
import { callVisit } from './call-visit';
import { checkIn } from './check-in';
import { deferVisit } from './defer-visit';
import { findMyVisit, findTodaysList, findWaitingRoom } from './read-queue';
import { recordDonation } from './record-donation';

export const routes = [
  route(getArrivalCode, { may: 'visit:arrive', audit: 'visit.show-code' }, async ({ app, actor }) => {
    const now = app.clock.now();
    return { ...writeArrivalCode(app.crypto, personOf(actor), now), serverTime: now };
  }),
  route(checkInContract, { may: 'visit:serve', audit: 'visit.check-in', perMinute: 60 }, (request, input) =>
    request.transaction(tx => checkIn(tx, input)),
  ),
  route(listTodaysVisits, { may: 'visit:serve', audit: 'visit.list' }, request => request.read(findTodaysList)),
  route(callContract, { may: 'visit:serve', audit: 'visit.call' }, (request, input) =>
    request.transaction(tx => callVisit(tx, input)),
  ),
  route(recordContract, { may: 'visit:serve', audit: 'visit.record-donation' }, (request, input) =>
    request.transaction(tx => recordDonation(tx, input)),
  ),
  route(deferContract, { may: 'visit:serve', audit: 'visit.defer' }, (request, input) =>
    request.transaction(tx => deferVisit(tx, input)),
  ),
  route(getMyVisit, { may: 'visit:arrive', audit: 'visit.read-own' }, request => request.read(findMyVisit)),
  route(getWaitingRoom, { may: 'visit:screen', audit: 'visit.screen' }, (request, { siteId }) =>
    request.read(tx => findWaitingRoom(tx, siteId)),
  ),
];
