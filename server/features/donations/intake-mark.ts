import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import type { IntakeResult } from './intake-batch';
import { IntakeRun } from './intake-run.entity';
import { isLastPart, type IntakeStep } from './intake-steps';

type Mark = Pick<IntakeRun, 'lastLine' | 'aheadLine' | 'aheadParts'>;

const markBefore = ({ part, block }: IntakeStep): Mark =>
  part === 0
    ? { lastLine: block.afterLine, aheadLine: null, aheadParts: null }
    : { lastLine: block.afterLine, aheadLine: block.lastLine, aheadParts: part };

const markAfter = (step: IntakeStep): Mark =>
  isLastPart(step)
    ? { lastLine: step.block.lastLine, aheadLine: null, aheadParts: null }
    : { lastLine: step.block.afterLine, aheadLine: step.block.lastLine, aheadParts: step.part + 1 };

/** Whether a run with this mark has the step's rows. */
export const isDone = ({ part, block }: IntakeStep, { lastLine, aheadLine, aheadParts }: Mark): boolean =>
  lastLine >= block.lastLine || ((aheadLine ?? 0) >= block.lastLine && (aheadParts ?? 0) > part);

export function isNext(step: IntakeStep, { lastLine, aheadLine, aheadParts }: Mark): boolean {
  const before = markBefore(step);
  return before.lastLine === lastLine && before.aheadLine === aheadLine && before.aheadParts === aheadParts;
}

/** Changes the run if its mark stands where the step begins; false when it does not. */
async function changeAt(
  { em }: Tx,
  runId: string,
  step: IntakeStep,
  change: QueryDeepPartialEntity<IntakeRun>,
): Promise<boolean> {
  const { lastLine, aheadLine, aheadParts } = markBefore(step);
  const ahead = aheadLine === null ? 'aheadLine IS NULL' : 'aheadLine = :aheadLine AND aheadParts = :aheadParts';
  const { affected } = await em
    .createQueryBuilder()
    .update(IntakeRun)
    .set(change)
    .where(`id = :runId AND state = 'running' AND lastLine = :lastLine AND ${ahead}`, {
      runId,
      lastLine,
      aheadLine,
      aheadParts,
    })
    .execute();
  return affected === 1;
}

/** Moves the run's mark over the step and counts its rows. */
export const moveMark = (tx: Tx, runId: string, step: IntakeStep, counts: IntakeResult): Promise<boolean> =>
  changeAt(tx, runId, step, {
    ...markAfter(step),
    added: () => `added + ${counts.added}`,
    unchanged: () => `unchanged + ${counts.unchanged}`,
    corrected: () => `corrected + ${counts.corrected}`,
    refused: () => `refused + ${counts.problems.length}`,
    updatedAt: tx.now,
  });

/** SQLite lets one process write and fails whoever reads first and writes later; writing first waits in line instead. */
export const takeTurn = (tx: Tx, runId: string, step: IntakeStep): Promise<boolean> =>
  changeAt(tx, runId, step, { updatedAt: tx.now });
