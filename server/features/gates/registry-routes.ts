import * as contract from '@contract/gate-registry';
import * as places from '@contract/privilege-places';
import { route, type Route } from '@server/platform/route/route';
import { findFlaggedUses, findGates } from './find-registry';
import { getActingGate } from './find-gates';
import { inspectUse } from './inspect-use';
import { addGate, rotateSecret, switchGate } from './manage-gates';
import { findPlaces, removePlace, savePlace } from './privilege-places';
import { uploadUses } from './upload-uses';

export const registryRoutes: readonly Route[] = [
  route(contract.registerGate, { may: 'gate:manage', audit: 'gate.register' }, (request, input) =>
    request.transaction(tx => addGate(tx, input)),
  ),
  route(contract.listGates, { may: 'gate:manage', audit: 'gate.list' }, (request, input) =>
    request.read(tx => findGates(tx, input)),
  ),
  route(contract.rotateGateSecret, { may: 'gate:manage', audit: 'gate.rotate' }, (request, input) =>
    request.transaction(tx => rotateSecret(tx, input)),
  ),
  route(contract.switchGate, { may: 'gate:manage', audit: 'gate.switch' }, (request, input) =>
    request.transaction(tx => switchGate(tx, input)),
  ),
  route(contract.listFlaggedUses, { may: 'gate:manage', audit: 'gate.flagged' }, (request, input) =>
    request.read(tx => findFlaggedUses(tx, input)),
  ),
  route(contract.uploadGateUses, { may: 'gate:verify', audit: 'gate.upload', perMinute: 60 }, uploadUses),
  route(contract.inspectUse, { may: 'gate:verify', audit: 'gate.inspect' }, (request, input) =>
    request.read(tx => inspectUse(tx, input)),
  ),
  route(contract.getGateTime, { may: 'gate:verify', audit: 'gate.time' }, async request => {
    await request.read(getActingGate);
    return { serverTime: request.app.clock.now() };
  }),
  route(places.listPrivilegePlaces, { may: 'privilege:places', audit: 'privilege.places' }, request =>
    request.read(findPlaces),
  ),
  route(places.savePrivilegePlace, { may: 'gate:manage', audit: 'privilege.save-place' }, (request, input) =>
    request.transaction(tx => savePlace(tx, input)),
  ),
  route(places.removePrivilegePlace, { may: 'gate:manage', audit: 'privilege.remove-place' }, (request, input) =>
    request.transaction(tx => removePlace(tx, input)),
  ),
];
