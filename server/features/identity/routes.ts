import {
  getMe,
  refreshSession as refreshContract,
  signIn as signInContract,
  signInStaff as signInStaffContract,
  signOut as signOutContract,
} from '@contract/identity';
import { Refusal } from '@server/platform/refusal';
import { route } from '@server/platform/route/route';
import { assistRoutes } from './assist-routes';
import { askHost } from './ask-host';
import { bindingRoutes } from './binding-routes';
import { demoRoutes } from './demo-routes';
import { findMe } from './find-me';
import { refreshSession } from './refresh-session';
import { signIn } from './sign-in';
import { signInStaff } from './sign-in-staff';
import { signOut } from './sign-out';

/** Whole districts of phones share one address, so the limits of what anybody may call are wide. */
export const routes = [
  route(signInContract, { may: 'session:open', audit: 'session.sign-in', perMinute: 300 }, async (request, input) => {
    const user = await askHost(request.app.adapters, input);
    return request.transaction(tx => signIn(tx, user));
  }),
  route(signInStaffContract, { may: 'session:open', audit: 'session.sign-in-staff', perMinute: 30 }, (request, input) =>
    signInStaff(request, input),
  ),
  route(
    refreshContract,
    { may: 'session:open', audit: 'session.refresh', perMinute: 300 },
    async (request, { refreshToken }) => {
      const pair = await request.transaction(tx => refreshSession(tx, refreshToken));
      if (!pair) throw new Refusal('SESSION_REVOKED', 'not_signed_in');
      return pair;
    },
  ),
  route(signOutContract, { may: 'session:use', audit: 'session.sign-out' }, (request, { everywhere }) =>
    request.transaction(tx => signOut(tx, everywhere ?? false)),
  ),
  route(getMe, { may: 'session:use', audit: 'session.read' }, request => request.read(findMe)),
  ...assistRoutes,
  ...bindingRoutes,
  ...demoRoutes,
];
