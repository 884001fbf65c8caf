import * as cards from '@contract/privilege-cards';
import * as contract from '@contract/privileges';
import { route, type Route } from '@server/platform/route/route';
import { findCard } from './find-card';
import { findPrivilege } from './find-privilege';
import { issueCard, revokeCard } from './issue-card';
import { forgetRing, keyRing } from './key-ring';
import { mintCodeBatch } from './mint-code-batch';
import { mintPrivilegeCode } from './mint-privilege-code';
import { printCard } from './print-card';
import { registerDeviceKey } from './register-device-key';
import { findRevoked, signList } from './revoke-codes';
import { signKeySet } from './sign-key-set';
import { suspendPrivilege } from './suspend-privilege';
import { withdrawKey } from './withdraw-key';

export const privilegeRoutes: readonly Route[] = [
  route(contract.getPrivilege, { may: 'privilege:use', audit: 'privilege.read' }, request =>
    request.read(findPrivilege),
  ),
  route(contract.mintPrivilegeCode, { may: 'privilege:use', audit: 'privilege.mint' }, async (request, input) => {
    const ring = await keyRing(request.app);
    return request.transaction(tx => mintPrivilegeCode(tx, ring, input.scope));
  }),
  route(contract.mintCodeBatch, { may: 'privilege:use', audit: 'privilege.mint-batch' }, async (request, input) => {
    const ring = await keyRing(request.app);
    return request.transaction(tx => mintCodeBatch(tx, ring, input));
  }),
  route(
    contract.registerDeviceKey,
    { may: 'privilege:use', audit: 'privilege.bind-device' },
    async (request, input) => {
      const ring = await keyRing(request.app);
      return request.transaction(tx => registerDeviceKey(tx, ring, input));
    },
  ),
  route(
    contract.issuePrivilegeCard,
    { may: 'privilege:card', audit: 'privilege.print-card' },
    async (request, input) => {
      const ring = await keyRing(request.app);
      return request.transaction(tx => issueCard(tx, ring, input));
    },
  ),
  route(contract.revokePrivilegeCard, { may: 'privilege:card', audit: 'privilege.revoke-card' }, (request, input) =>
    request.transaction(tx => revokeCard(tx, input)),
  ),
  route(cards.findPrivilegeCard, { may: 'privilege:card', audit: 'privilege.find-card' }, (request, input) =>
    request.transaction(tx => findCard(tx, input)),
  ),
  route(cards.printPrivilegeCard, { may: 'privilege:card', audit: 'privilege.draw-card' }, printCard),
  route(contract.getRevocationList, { may: 'privilege:keys', audit: 'privilege.revocations' }, async request => {
    const ring = await keyRing(request.app);
    return signList(ring, await request.read(findRevoked));
  }),
  route(
    contract.withdrawSigningKey,
    { may: 'privilege:withdraw-key', audit: 'privilege.withdraw-key' },
    async (request, input) => {
      await request.transaction(tx => withdrawKey(tx, input));
      forgetRing(request.app);
      return { version: (await keyRing(request.app)).keySet.version };
    },
  ),
  route(contract.getKeySet, { may: 'privilege:keys', audit: 'privilege.keys' }, async request =>
    signKeySet(await keyRing(request.app)),
  ),
  route(contract.suspendPrivilege, { may: 'privilege:suspend', audit: 'privilege.suspend' }, (request, input) =>
    request.transaction(tx => suspendPrivilege(tx, input)),
  ),
];
