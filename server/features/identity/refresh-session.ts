import { IsNull } from 'typeorm';
import { plusSeconds } from '@server/platform/clock';
import type { Tx } from '@server/platform/tx';
import {
  isAccountRole,
  newRefreshToken,
  refreshHashOf,
  sessionPair,
  sessionSeconds,
  type SessionPair,
} from './open-session';
import { Session } from './session.entity';

/**
 * The next pair, or undefined when the session is over. A token that was exchanged before means that somebody holds a
 * copy: the session ends for both. The caller refuses after the commit, or the revocation would be rolled back.
 */
export async function refreshSession(tx: Tx, refreshToken: string): Promise<SessionPair | undefined> {
  const id = refreshToken.split('.')[0] ?? '';
  const row = await tx.em.findOneBy(Session, { id });
  if (!row || row.revokedAt !== null || row.expiresAt <= tx.now) return undefined;
  tx.subject(row.ownerId);
  const refreshHash = refreshHashOf(tx, refreshToken);
  if (row.refreshHash !== refreshHash && row.previousRefreshHash !== refreshHash) return undefined;
  const next = newRefreshToken(id);
  const rotated = await tx.em.update(
    Session,
    { id, refreshHash, revokedAt: IsNull() },
    {
      refreshHash: refreshHashOf(tx, next),
      previousRefreshHash: refreshHash,
      generation: row.generation + 1,
      // A donor who comes back within the month stays signed in; a shift ends when it ends.
      expiresAt: isAccountRole(row.role) ? plusSeconds(tx.now, sessionSeconds(row.role)) : row.expiresAt,
    },
  );
  if (rotated.affected === 1) return sessionPair(tx, row, next);
  await tx.em.update(Session, { id, revokedAt: IsNull() }, { revokedAt: tx.now });
  return undefined;
}
