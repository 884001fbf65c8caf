import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { IntakeRun } from './intake-run.entity';

type Delivery = Pick<IntakeRun, 'source' | 'label' | 'contentHash' | 'stationId'>;

/** The unfinished run over the same content, so that an interrupted import goes on; otherwise a new one. */
export async function openIntakeRun(tx: Tx, delivery: Delivery, restart: boolean): Promise<IntakeRun> {
  const { contentHash, stationId } = delivery;
  const unfinished = await tx.em
    .createQueryBuilder(IntakeRun, 'run')
    .where({ contentHash, state: 'running' })
    .andWhere(stationId === null ? 'run.stationId IS NULL' : 'run.stationId = :stationId', { stationId })
    .orderBy('run.startedAt', 'DESC')
    .getMany();
  if (unfinished[0] && !restart) return unfinished[0];
  for (const { id } of unfinished) await tx.em.update(IntakeRun, { id }, { state: 'abandoned', updatedAt: tx.now });
  const run: IntakeRun = {
    id: newId(),
    ...delivery,
    state: 'running',
    lastLine: 1,
    aheadLine: null,
    aheadParts: null,
    otherWrites: null,
    added: 0,
    unchanged: 0,
    corrected: 0,
    refused: 0,
    startedAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.em.insert(IntakeRun, { ...run });
  return run;
}
