import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';

/** Where the nurse in session works; one without a site has no queue. */
export function siteOf(tx: Tx): string {
  if (!tx.actor.siteId) throw common('NOT_ALLOWED', 'not_allowed');
  return tx.actor.siteId;
}
