import type { Tx } from '@server/platform/tx';

/** The staff member in session. */
export function staffOf(tx: Tx): string {
  if (!tx.actor.staffId) throw new Error('route admits an actor who is not staff');
  return tx.actor.staffId;
}
