import * as contract from '@contract/assist';
import { route } from '@server/platform/route/route';
import { acceptDelegation, countCodeTry } from './accept-delegation';
import { endAssist } from './end-assist';
import { endDelegation } from './end-delegation';
import { findDelegations } from './find-delegations';
import { findHelp } from './find-help';
import { makeDelegationCode } from './make-delegation-code';
import { once } from './once';
import { countLook, openAssist } from './open-assist';
import { openDelegated } from './open-delegated';
import { registerAtCounter } from './register-at-counter';

export const assistRoutes = [
  route(
    contract.openAssist,
    { may: 'identity:assist', audit: 'assist.open', perMinute: 20 },
    async (request, input) => {
      await countLook(request);
      return once(
        request.transaction(tx => openAssist(tx, input)),
        'ux_assistance_open',
      );
    },
  ),
  route(
    contract.registerAtCounter,
    { may: 'identity:assist', audit: 'assist.register', perMinute: 20 },
    async (request, input) => {
      await countLook(request);
      return request.transaction(tx => registerAtCounter(tx, input));
    },
  ),
  route(contract.endAssist, { may: 'identity:end-assist', audit: 'assist.end' }, request =>
    request.transaction(endAssist),
  ),
  route(
    contract.makeDelegationCode,
    { may: 'identity:delegate', audit: 'delegation.make-code', perMinute: 6 },
    (request, input) =>
      once(
        request.transaction(tx => makeDelegationCode(tx, input)),
        'ux_delegation_code_donor',
      ),
  ),
  route(
    contract.acceptDelegation,
    { may: 'identity:delegate', audit: 'delegation.accept', perMinute: 10 },
    async (request, input) => {
      await countCodeTry(request, input.code);
      return request.transaction(tx => acceptDelegation(tx, input));
    },
  ),
  route(contract.listDelegations, { may: 'identity:delegate', audit: 'delegation.list' }, request =>
    request.read(findDelegations),
  ),
  route(contract.endDelegation, { may: 'identity:delegate', audit: 'delegation.end' }, (request, { delegationId }) =>
    request.transaction(tx => endDelegation(tx, delegationId)),
  ),
  route(contract.openDelegated, { may: 'identity:delegate', audit: 'delegation.open' }, (request, { delegationId }) =>
    once(
      request.transaction(tx => openDelegated(tx, delegationId)),
      'ux_assistance_open',
    ),
  ),
  route(contract.listHelp, { may: 'identity:delegate', audit: 'assist.list' }, (request, input) =>
    request.read(tx => findHelp(tx, input)),
  ),
];
