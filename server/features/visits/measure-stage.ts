import type { Instant } from '@rules/calendar';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { learn, serviceTimes, type ServiceTimes } from './service-times';
import { StageTime } from './stage-time.entity';
import type { Move } from './visit-moves';
import type { Visit } from './visit.entity';

/** Longer than this the nurse forgot to tap, and the service did not last. */
const longestSeconds = 3 * 3600;

const begunAt = ({ state, calledAt, stageSince }: Visit): Instant | null =>
  state === 'called' ? calledAt : state === 'donating' || state === 'resting' ? stageSince : null;

/** Learns from a stage that was finished. Two desks that finish at once wait for each other on the queue's row, so none is lost. */
export async function measureService(tx: Tx, visit: Visit, move: Move | 'undo'): Promise<void> {
  const begun = begunAt(visit);
  if ((move !== 'finish' && move !== 'record' && move !== 'release') || begun === null) return;
  const seconds = (Date.parse(tx.now) - Date.parse(begun)) / 1000;
  // A tap taken back at once, or forgotten: nobody was served in that time.
  if (seconds < 1 || seconds > longestSeconds) return;
  const key = { siteId: visit.siteId, stage: visit.stage, type: visit.type };
  const row = await tx.em.findOneBy(StageTime, key);
  const next = learn(row ?? { served: 0, meanSeconds: 0 }, seconds);
  if (row) await tx.em.update(StageTime, { id: row.id }, next);
  else await tx.em.insert(StageTime, { id: newId(), ...key, ...next });
}

export const findServiceTimes = async (tx: Pick<Tx, 'em'>, siteId: string): Promise<ServiceTimes> =>
  serviceTimes(await tx.em.findBy(StageTime, { siteId }));
