import { randomBytes } from 'node:crypto';
import type { Role } from '@contract/endpoint';
import type { session as sessionContract } from '@contract/identity';
import type * as z from 'zod/mini';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { accessTokenSeconds, sessionKey, signAccessToken } from '@server/platform/session/access-token';
import type { Tx } from '@server/platform/tx';
import { Session } from './session.entity';

export type SessionPair = z.output<typeof sessionContract>;

/** Who the new session is for: an account (visitor, citizen) or a staff member. */
export interface SessionOwner {
  readonly ownerId: string;
  readonly role: Role;
  readonly personId?: string | null;
  readonly organizationId?: string | null;
  readonly siteId?: string | null;
}

const day = 24 * 3600;
/** Seconds without a refresh after which a session ends. Staff share handhelds, so theirs ends with the shift. */
export const sessionSeconds = (role: Role): number => (isAccountRole(role) ? 30 * day : 12 * 3600);

export const isAccountRole = (role: Role): boolean => role === 'visitor' || role === 'citizen';

/** Names its session, so that a stolen old token is recognised by primary key; only its hash is stored. */
export const newRefreshToken = (sessionId: string): string => `${sessionId}.${randomBytes(32).toString('base64url')}`;
export const refreshHashOf = (tx: Tx, token: string): string => tx.app.crypto.fingerprint('refresh-token', token);

/** Access tokens name the session and nothing else that counts: role and person are read from its row at each call. */
export function sessionPair(tx: Tx, row: { id: string; role: Role }, refreshToken: string): SessionPair {
  const nowMillis = Date.parse(tx.now);
  const key = sessionKey(tx.app.config.sessionSecret);
  return {
    accessToken: signAccessToken(key, { sessionId: row.id, role: row.role }, nowMillis),
    accessExpiresAt: plusSeconds(tx.now, accessTokenSeconds),
    refreshToken,
    role: row.role,
  };
}

export async function openSession(tx: Tx, owner: SessionOwner): Promise<SessionPair> {
  const id = newId();
  const refreshToken = newRefreshToken(id);
  await tx.em.insert(Session, {
    id,
    ownerId: owner.ownerId,
    role: owner.role,
    personId: owner.personId ?? null,
    organizationId: owner.organizationId ?? null,
    siteId: owner.siteId ?? null,
    refreshHash: refreshHashOf(tx, refreshToken),
    previousRefreshHash: null,
    generation: 1,
    expiresAt: plusSeconds(tx.now, sessionSeconds(owner.role)),
    revokedAt: null,
    assistanceId: null,
    createdAt: tx.now,
  });
  return sessionPair(tx, { id, role: owner.role }, refreshToken);
}
