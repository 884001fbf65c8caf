import * as contract from '@contract/honors';
import { route, type Route } from '@server/platform/route/route';
import { applyForHonor } from './apply-for-honor';
import { admitToHonor, replaceHonor, revokeHonor } from './change-honor';
import { decideHonor } from './decide-honor';
import { findAwards } from './find-awards';
import { findMyHonor, openHonorFile } from './find-honor';
import { findHonors } from './find-honors';
import { findHonorApplication, findHonorApplications } from './review-honors';
import { verifyHonor } from './verify-honor';

export const routes: readonly Route[] = [
  route(contract.getAwards, { may: 'honor:read-own', audit: 'honor.awards' }, request => request.read(findAwards)),
  route(contract.getMyHonor, { may: 'honor:read-own', audit: 'honor.read' }, request => request.read(findMyHonor)),
  route(contract.applyForHonor, { may: 'honor:apply', audit: 'honor.apply', perMinute: 6 }, applyForHonor),
  route(contract.openHonorFile, { may: 'honor:read-own', audit: 'honor.open-file', perMinute: 20 }, (request, input) =>
    request.transaction(tx => openHonorFile(tx, input)),
  ),
  route(contract.verifyHonor, { may: 'honor:verify', audit: 'honor.verify', perMinute: 60 }, (request, { token }) =>
    request.read(tx => verifyHonor(tx, token)),
  ),
  route(contract.listHonorApplications, { may: 'honor:review', audit: 'honor.list' }, (request, input) =>
    request.read(tx => findHonorApplications(tx, input)),
  ),
  route(contract.getHonorApplication, { may: 'honor:review', audit: 'honor.look' }, (request, input) =>
    request.read(tx => findHonorApplication(tx, input)),
  ),
  route(contract.decideHonor, { may: 'honor:review', audit: 'honor.decide' }, (request, input) =>
    request.transaction(tx => decideHonor(tx, input)),
  ),
  route(contract.admitToHonor, { may: 'honor:review', audit: 'honor.admit' }, (request, input) =>
    request.transaction(tx => admitToHonor(tx, input)),
  ),
  route(contract.findHonors, { may: 'honor:review', audit: 'honor.find', perMinute: 30 }, (request, input) =>
    request.transaction(tx => findHonors(tx, input)),
  ),
  route(contract.revokeHonor, { may: 'honor:review', audit: 'honor.revoke' }, (request, input) =>
    request.transaction(tx => revokeHonor(tx, input)),
  ),
  route(contract.reissueHonor, { may: 'honor:review', audit: 'honor.reissue' }, (request, input) =>
    request.transaction(tx => replaceHonor(tx, input)),
  ),
];
