import { announce } from '@server/platform/events';
import type { Tx } from '@server/platform/tx';
import { queueChanged } from './events';
import { Visit } from './visit.entity';

type State = Visit['state'];
const ended: readonly State[] = ['done', 'left', 'deferred'];

/** Compare-and-swap; false when another desk was faster. */
export async function changeVisit(
  tx: Tx,
  visit: Pick<Visit, 'id' | 'siteId'>,
  from: readonly State[],
  to: State,
  set: Partial<Pick<Visit, 'desk' | 'calledAt'>> = {},
): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Visit)
    .set({ ...set, state: to, ...(ended.includes(to) ? { endedAt: tx.now, openKey: null } : {}) })
    .where('id = :id AND state IN (:...from)', { id: visit.id, from })
    .execute();
  if (affected !== 1) return false;
  await announce(tx, queueChanged, { siteId: visit.siteId, visitId: visit.id, state: to });
  return true;
}
