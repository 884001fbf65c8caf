import * as contract from '@contract/privileges';
import { route, type Route } from '@server/platform/route/route';
import { findPrivilege } from './find-privilege';
import { keyRing } from './key-ring';
import { mintPrivilegeCode } from './mint-privilege-code';
import { signKeySet } from './sign-key-set';
import { suspendPrivilege } from './suspend-privilege';

export const privilegeRoutes: readonly Route[] = [
  route(contract.getPrivilege, { may: 'privilege:use', audit: 'privilege.read' }, request =>
    request.read(findPrivilege),
  ),
  route(contract.mintPrivilegeCode, { may: 'privilege:use', audit: 'privilege.mint' }, async (request, input) => {
    const ring = await keyRing(request.app);
    return request.transaction(tx => mintPrivilegeCode(tx, ring, input.scope));
  }),
  route(contract.getKeySet, { may: 'privilege:keys', audit: 'privilege.keys' }, async request =>
    signKeySet(await keyRing(request.app)),
  ),
  route(contract.suspendPrivilege, { may: 'privilege:suspend', audit: 'privilege.suspend' }, (request, input) =>
    request.transaction(tx => suspendPrivilege(tx, input)),
  ),
];
