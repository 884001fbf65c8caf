import { bindIdentity as contract } from '@contract/certificates';
import { route } from '@server/platform/route/route';
import { bindIdentity, countBindTry } from './bind-identity';

export const bindRoutes = [
  route(contract, { may: 'identity:bind', audit: 'identity.bind', perMinute: 10 }, async (request, input) => {
    await countBindTry(request);
    return request.transaction(tx => bindIdentity(tx, input));
  }),
];
