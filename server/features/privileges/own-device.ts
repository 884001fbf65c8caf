import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { demandEntitled } from './demand-entitled';
import { takeDevice } from './take-device';

/** The entitled donor in session, whose one live device this now is. */
export async function ownDevice(tx: Tx): Promise<{ personId: string; epoch: number }> {
  const personId = personOf(tx.actor);
  const { sessionId } = tx.actor;
  if (!sessionId) throw new Error('a citizen without a session');
  tx.subject(personId);
  await demandEntitled(tx, personId);
  return { personId, epoch: await takeDevice(tx, personId, sessionId) };
}
