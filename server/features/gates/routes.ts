import * as contract from '@contract/gates';
import { listPrivilegeUses } from '@contract/privileges';
import { route, type Route } from '@server/platform/route/route';
import { findMyGate } from './find-gates';
import { findPrivilegeUses } from './find-privilege-uses';
import { verifyAtGate } from './verify-at-gate';

/** One code every 200 ms: faster than people can walk. */
const SCANS_PER_MINUTE = 300;

export const gateRoutes: readonly Route[] = [
  route(contract.verifyAtGate, { may: 'gate:verify', audit: 'gate.verify', perMinute: SCANS_PER_MINUTE }, verifyAtGate),
  route(contract.getMyGate, { may: 'gate:verify', audit: 'gate.read' }, request => request.read(findMyGate)),
  route(listPrivilegeUses, { may: 'privilege:use', audit: 'privilege.uses' }, (request, input) =>
    request.read(tx => findPrivilegeUses(tx, input)),
  ),
];
