import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import type { Credentials } from '@server/platform/feature';
import { common } from '@server/platform/refusal';
import { readAccessToken, sessionKey } from '@server/platform/session/access-token';
import { isAccountRole } from './open-session';
import { Session } from './session.entity';

const bearer = /^Bearer ([\w.-]{20,4000})$/;

/** The role and person come from the row, so that a revocation or a binding counts from the next call on. */
export async function authenticateSession(app: App, credentials: Credentials): Promise<Actor | undefined> {
  const authorization = credentials.header('authorization');
  if (authorization === '') return undefined;
  const token = bearer.exec(authorization)?.[1];
  if (!token) throw common('NOT_SIGNED_IN', 'not_signed_in');
  const { sessionId } = readAccessToken(sessionKey(app.config.sessionSecret), token, app.clock.millis());
  const row = await app.db.read(em => em.findOneBy(Session, { id: sessionId }));
  if (!row || row.revokedAt !== null || row.expiresAt <= app.clock.now())
    throw common('NOT_SIGNED_IN', 'not_signed_in');
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
