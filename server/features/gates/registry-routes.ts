import * as contract from '@contract/gate-registry';
import { keyRing } from '@server/features/privileges';
import { route, type Route } from '@server/platform/route/route';
import { findFlaggedUses } from './find-flagged-uses';
import { findLooks } from './find-looks';
import { findGate, findGates } from './find-registry';
import { inspectUse } from './inspect-use';
import { addGate, changeGate, rotateSecret, switchGate } from './manage-gates';
import { noteGateState } from './note-gate-state';
import { uploadUses } from './upload-uses';

export const registryRoutes: readonly Route[] = [
  route(contract.registerGate, { may: 'gate:manage', audit: 'gate.register' }, (request, input) =>
    request.transaction(tx => addGate(tx, input)),
  ),
  route(contract.listGates, { may: 'gate:manage', audit: 'gate.list' }, (request, input) =>
    request.read(tx => findGates(tx, input)),
  ),
  route(contract.getGate, { may: 'gate:manage', audit: 'gate.one' }, async (request, input) => {
    const { keySet } = await keyRing(request.app);
    return request.read(tx => findGate(tx, input, keySet.version));
  }),
  route(contract.changeGate, { may: 'gate:manage', audit: 'gate.change' }, (request, input) =>
    request.transaction(tx => changeGate(tx, input)),
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
  route(contract.listLooks, { may: 'gate:manage', audit: 'gate.looks' }, (request, input) =>
    request.read(tx => findLooks(tx, input)),
  ),
  route(contract.uploadGateUses, { may: 'gate:verify', audit: 'gate.upload', perMinute: 60 }, uploadUses),
  route(contract.inspectUse, { may: 'gate:verify', audit: 'gate.inspect' }, (request, input) =>
    request.read(tx => inspectUse(tx, input)),
  ),
  // A read that remembers that somebody asked.
  route(contract.getGateTime, { may: 'gate:verify', audit: 'gate.time' }, (request, input) =>
    request.transaction(tx => noteGateState(tx, input)),
  ),
];
