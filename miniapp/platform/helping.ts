import { endAssist, type openAssist } from '@contract/assist';
import { type Output } from '@contract/endpoint';
import { exchange } from './exchange';
import { getHelped, type Helped, keepHelped } from './helped';
import { newKey } from './idempotency-key';
import { routes, startAt } from './routes';
import { getSession, returnToOwnSession, startSession } from './session';

/** From here on every page speaks for the other person, until `stopHelping`. */
export function startHelping(kind: Helped['kind'], opened: Output<typeof openAssist>): void {
  const own = getHelped()?.own ?? getSession();
  if (!own) return;
  const { accessToken, accessExpiresAt, lifeSeconds } = opened;
  // By the clock of this device, which the countdown reads.
  const until = new Date(Date.now() + lifeSeconds * 1000).toISOString();
  // First the token, then whose it is: what is asked again because of the second goes out with the first.
  startSession({ accessToken, accessExpiresAt, refreshToken: '', role: 'citizen' });
  keepHelped({ kind, maskedName: opened.person.maskedName, until, own });
}

/** The device is the helper's again, even when the server cannot be told: there it ends by itself. */
export async function stopHelping(): Promise<void> {
  const helped = getHelped();
  const session = getSession();
  if (!helped) return;
  returnToOwnSession();
  await startAt(helped.kind === 'staff' ? routes.assist() : routes.helpOthers());
  if (!session) return;
  const headers = { Authorization: `Bearer ${session.accessToken}`, 'Idempotency-Key': newKey() };
  await exchange(endAssist, {}, headers);
}
