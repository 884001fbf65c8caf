import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { lookUp } from '@server/platform/db/look-up';
import type { Credentials } from '@server/platform/feature';
import { common } from '@server/platform/refusal';
import { readAccessToken, sessionKey } from '@server/platform/session/access-token';
import { findAssistedBy } from './find-assisted-by';
import { isAccountRole } from './open-session';
import { isOpen } from './session-is-open';
import { Session } from './session.entity';

const findSession = lookUp(Session);

const bearer = /^Bearer ([\w.-]{20,4000})$/;

/** The role and person come from the row, so that a revocation or a binding counts from the next call on. */
export async function authenticateSession(app: App, credentials: Credentials): Promise<Actor | undefined> {
  const authorization = credentials.header('authorization');
  if (authorization === '') return undefined;
  const token = bearer.exec(authorization)?.[1];
  if (!token) throw common('NOT_SIGNED_IN', 'not_signed_in');
  const { sessionId } = readAccessToken(sessionKey(app.config.sessionSecret), token, app.clock.millis());
  const now = app.clock.now();
  const row = await findSession(app, sessionId);
  const helped = row?.assistanceId;
  const assistedBy = helped ? await app.db.read(em => findAssistedBy(em, helped, now)) : undefined;
  if (!isOpen(row, now)) throw common('NOT_SIGNED_IN', 'not_signed_in');
  if (row.assistanceId !== null) {
    if (!assistedBy || row.personId === null) throw common('NOT_SIGNED_IN', 'not_signed_in');
    // Nothing of the helper but the name: what they may do themselves is not what they may do for another.
    return { role: 'citizen', sessionId: row.id, personId: row.personId, assistedBy };
  }
  return {
    role: row.role,
    sessionId: row.id,
    accountId: isAccountRole(row.role) ? row.ownerId : undefined,
    staffId: isAccountRole(row.role) ? undefined : row.ownerId,
    personId: row.personId ?? undefined,
    organizationId: row.organizationId ?? undefined,
    siteId: row.siteId ?? undefined,
  };
}
