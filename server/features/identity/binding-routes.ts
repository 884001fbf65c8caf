import * as contract from '@contract/binding';
import { exportMyData, leaveService as leaveContract } from '@contract/own-data';
import { changePhone as changePhoneContract, getMyPhone } from '@contract/profile';
import { route } from '@server/platform/route/route';
import { bindByRegister } from './bind-by-register';
import { changePhone, findMyPhone } from './change-phone';
import { linkAccount } from './link-account';
import { leaveService } from './person-leaves';
import { findLinkedAccounts, unlinkAccount } from './linked-accounts';
import { exportOwnData } from './own-data';
import { makeAccountCode } from './make-account-code';
import { once } from './once';
import { countLook } from './open-assist';
import { sendBindCode } from './send-bind-code';

const may = 'identity:bind';

export const bindingRoutes = [
  route(exportMyData, { may: 'identity:leave', audit: 'identity.export', perMinute: 6 }, request =>
    request.transaction(exportOwnData),
  ),
  route(leaveContract, { may: 'identity:leave', audit: 'identity.leave', perMinute: 6 }, request =>
    request.transaction(leaveService),
  ),
  route(getMyPhone, { may: 'identity:phone', audit: 'identity.read-phone' }, request => request.read(findMyPhone)),
  route(
    changePhoneContract,
    { may: 'identity:phone', audit: 'identity.change-phone', perMinute: 6 },
    (request, input) => changePhone(request, input),
  ),
  route(
    contract.sendBindCode,
    { may: 'identity:prove-phone', audit: 'identity.send-code', perMinute: 6 },
    (request, input) => once(sendBindCode(request, input), 'ux_phone_code_account'),
  ),
  route(contract.bindByRegister, { may, audit: 'identity.bind-by-register', perMinute: 6 }, (request, input) =>
    bindByRegister(request, input),
  ),
  route(
    contract.makeAccountCode,
    { may: 'identity:show-account', audit: 'identity.make-account-code', perMinute: 6 },
    request => once(request.transaction(makeAccountCode), 'ux_account_code_account'),
  ),
  route(contract.listLinkedAccounts, { may: 'identity:accounts', audit: 'identity.list-accounts' }, request =>
    request.read(findLinkedAccounts),
  ),
  route(
    contract.unlinkAccount,
    { may: 'identity:accounts', audit: 'identity.unlink-account', perMinute: 10 },
    (request, input) => request.transaction(tx => unlinkAccount(tx, input)),
  ),
  // The tries of the nurse are counted: eight digits of somebody else's phone are not to be found by trying.
  route(
    contract.linkAccount,
    { may: 'identity:assist', audit: 'identity.link-account', perMinute: 20 },
    async (request, input) => {
      await countLook(request);
      return request.transaction(tx => linkAccount(tx, input));
    },
  ),
];
