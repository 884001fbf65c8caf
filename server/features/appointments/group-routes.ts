import {
  countGroupBooking,
  createGroupBooking,
  listGroupBookings,
  openGroupBooking,
  releaseGroupBooking,
} from '@contract/group-bookings';
import { organizationOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { createGroup } from './create-group';
import { findGroupsOf, groupView } from './find-groups';
import { getGroupByCode } from './group-code';
import { endGroup } from './release-group';

/** Nobody types more codes than this; whoever guesses does. */
const perMinute = 10;

export const groupRoutes = [
  route(createGroupBooking, { may: 'group:plan', audit: 'group.create' }, (request, input) =>
    request.transaction(tx => createGroup(tx, input)),
  ),
  route(listGroupBookings, { may: 'group:plan', audit: 'group.list' }, request =>
    request.read(async tx => ({ items: await findGroupsOf(tx, organizationOf(tx.actor)) })),
  ),
  route(releaseGroupBooking, { may: 'group:plan', audit: 'group.release' }, (request, { groupId }) =>
    request.transaction(tx => endGroup(tx, groupId)),
  ),
  route(openGroupBooking, { may: 'group:join', audit: 'group.open', perMinute }, (request, { memberCode }) =>
    request.transaction(async tx => groupView(tx, await getGroupByCode(tx, 'memberCodeKey', memberCode))),
  ),
  route(countGroupBooking, { may: 'group:count', audit: 'group.count', perMinute }, (request, { organiserCode }) =>
    request.transaction(async tx => groupView(tx, await getGroupByCode(tx, 'organiserCodeKey', organiserCode))),
  ),
];
