import { listNeeds, setNeed as setNeedContract } from '@contract/needs';
import { listPreferredSites, preferSite as preferContract } from '@contract/profile';
import {
  addClosure,
  cancelSession as cancelContract,
  changeSession as changeContract,
  getSession,
  listSessions as listSessionsContract,
  planSession as planContract,
  publishSession as publishContract,
  removeClosure,
} from '@contract/sessions';
import { getSite, listSites as listContract, listSlots } from '@contract/sites';
import { route } from '@server/platform/route/route';
import { cancelSession } from './cancel-session';
import { changeSession } from './change-session';
import { closeDays, openDay } from './close-days';
import { findNeeds } from './find-needs';
import { listSessions, readSession } from './find-sessions';
import { findSlots } from './find-slots';
import { listSites, readSite } from './list-sites';
import { planSession } from './plan-session';
import { findPreferredSites, preferSite } from './preferred-sites';
import { publishSession } from './publish-session';
import { setNeed } from './set-need';

export const routes = [
  route(listPreferredSites, { may: 'site:prefer', audit: 'site.list-preferred' }, request =>
    request.read(findPreferredSites),
  ),
  route(preferContract, { may: 'site:prefer', audit: 'site.prefer' }, (request, input) =>
    request.transaction(tx => preferSite(tx, input)),
  ),
  route(listContract, { may: 'site:read', audit: 'site.list' }, (request, input) =>
    request.read(tx => listSites(tx, input)),
  ),
  route(getSite, { may: 'site:read', audit: 'site.read' }, (request, { siteId }) =>
    request.read(tx => readSite(tx, siteId)),
  ),
  route(listSlots, { may: 'site:read', audit: 'site.list-slots' }, (request, input) =>
    request.read(tx => findSlots(tx, input)),
  ),
  route(listNeeds, { may: 'site:read', audit: 'need.list' }, (request, input) =>
    request.read(async tx => ({ items: await findNeeds(tx, input) })),
  ),
  route(setNeedContract, { may: 'site:plan', audit: 'need.set' }, (request, input) =>
    request.transaction(tx => setNeed(tx, input)),
  ),
  route(listSessionsContract, { may: 'site:plan', audit: 'session.list' }, (request, input) =>
    request.read(tx => listSessions(tx, input)),
  ),
  route(getSession, { may: 'site:plan', audit: 'session.read' }, (request, { sessionId }) =>
    request.read(tx => readSession(tx, sessionId)),
  ),
  route(planContract, { may: 'site:plan', audit: 'session.plan' }, (request, input) =>
    request.transaction(tx => planSession(tx, input)),
  ),
  route(publishContract, { may: 'site:plan', audit: 'session.publish' }, (request, input) =>
    request.transaction(tx => publishSession(tx, input)),
  ),
  route(changeContract, { may: 'site:plan', audit: 'session.change' }, (request, input) =>
    request.transaction(tx => changeSession(tx, input)),
  ),
  route(cancelContract, { may: 'site:plan', audit: 'session.cancel' }, (request, input) =>
    request.transaction(tx => cancelSession(tx, input)),
  ),
  route(addClosure, { may: 'site:plan', audit: 'session.close-days' }, (request, input) =>
    request.transaction(tx => closeDays(tx, input)),
  ),
  route(removeClosure, { may: 'site:plan', audit: 'session.open-day' }, (request, input) =>
    request.transaction(tx => openDay(tx, input)),
  ),
];
