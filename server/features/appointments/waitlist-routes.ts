import { joinWaitlist as joinContract, leaveWaitlist as leaveContract, listWaitlist } from '@contract/waitlist';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { findWaitlistOf } from './find-waitlist';
import { joinWaitlist, leaveWaitlist } from './join-waitlist';

const may = 'appointment:book';

export const waitlistRoutes = [
  route(joinContract, { may, audit: 'waitlist.join', perMinute: 20 }, (request, input) =>
    request.transaction(tx => joinWaitlist(tx, input)),
  ),
  route(leaveContract, { may, audit: 'waitlist.leave' }, (request, { entryId }) =>
    request.transaction(tx => leaveWaitlist(tx, entryId)),
  ),
  route(listWaitlist, { may, audit: 'waitlist.list' }, request =>
    request.read(async tx => ({ items: await findWaitlistOf(tx, personOf(tx.actor)) })),
  ),
];
