import type { Tx } from '@server/platform/tx';
import { endOpenAssistance } from './open-assistance';

/** Called with the session in the donor's name, or by the helper with their own. */
export async function endAssist(tx: Tx): Promise<{ done: true }> {
  const { assistedBy, staffId, personId } = tx.actor;
  const helperId = staffId ?? personId;
  if (assistedBy) await endOpenAssistance(tx, { id: assistedBy.assistanceId });
  else if (helperId !== undefined) await endOpenAssistance(tx, { openKey: helperId });
  tx.subject(personId ?? helperId ?? '');
  return { done: true };
}
