import { getSite, listSites as listContract, listSlots } from '@contract/sites';
import { route } from '@server/platform/route/route';
import { findSlots } from './find-slots';
import { listSites, readSite } from './list-sites';

export const routes = [
  route(listContract, { may: 'site:read', audit: 'site.list' }, (request, input) =>
    request.read(tx => listSites(tx, input)),
  ),
  route(getSite, { may: 'site:read', audit: 'site.read' }, (request, { siteId }) =>
    request.read(tx => readSite(tx, siteId)),
  ),
  route(listSlots, { may: 'site:read', audit: 'site.list-slots' }, (request, input) =>
    request.read(tx => findSlots(tx, input)),
  ),
];
