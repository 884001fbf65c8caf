import { IsNull } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { Session } from './session.entity';

/** Works at once: every call reads its session's row. */
export async function signOut(tx: Tx, everywhere: boolean): Promise<{ done: true }> {
  const { sessionId, accountId, staffId } = tx.actor;
  const ownerId = accountId ?? staffId;
  // A gate that signs its requests has no session to end.
  if (!sessionId || !ownerId) return { done: true };
  const which = everywhere ? { ownerId } : { id: sessionId };
  await tx.em.update(Session, { ...which, revokedAt: IsNull() }, { revokedAt: tx.now });
  tx.subject(ownerId);
  return { done: true };
}
