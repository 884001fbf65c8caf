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
  otherWrites: number | null = null,
): Promise<boolean> {
  const { lastLine, aheadLine, aheadParts } = markBefore(step);
  const ahead = aheadLine === null ? 'aheadLine IS NULL' : 'aheadLine = :aheadLine AND aheadParts = :aheadParts';
  const undisturbed = otherWrites === null ? '1 = 1' : 'COALESCE(other_writes, 0) = :otherWrites';
  const { affected } = await em
    .createQueryBuilder()
    .update(IntakeRun)
    .set(change)
    .where(`id = :runId AND state = 'running' AND lastLine = :lastLine AND ${ahead} AND ${undisturbed}`, {
      runId,
      lastLine,
      aheadLine,
      aheadParts,
      otherWrites,
    })
    .execute();
  return affected === 1;
}

/**
 * Tells the imports that go on that others write donations. Whoever writes a donation does this before reading what is said of the
 * donor: a step that has not committed then sees that it must look again, and one that has is seen by the reader.
 */
export async function warnImports({ em }: Tx, ownRunId = ''): Promise<void> {
  await em
    .createQueryBuilder()
    .update(IntakeRun)
    .set({ otherWrites: () => 'COALESCE(other_writes, 0) + 1' })
    .where("state = 'running' AND id <> :ownRunId", { ownRunId })
    .execute();
}

type Counts = Pick<IntakeResult, 'added' | 'unchanged' | 'corrected' | 'problems'>;

/**
 * Moves the run's mark over the step and counts its rows; false when the mark stands elsewhere, or others have written since
 * `otherWrites` was read.
 */
export async function moveMark(
  tx: Tx,
  runId: string,
  step: IntakeStep,
  counts: Counts,
  otherWrites: number,
): Promise<boolean> {
  if (counts.added + counts.corrected > 0) await warnImports(tx, runId);
  const change = {
    ...markAfter(step),
    added: () => `added + ${counts.added}`,
    unchanged: () => `unchanged + ${counts.unchanged}`,
    corrected: () => `corrected + ${counts.corrected}`,
    refused: () => `refused + ${counts.problems.length}`,
    updatedAt: tx.now,
  };
  return changeAt(tx, runId, step, change, otherWrites);
}

/** SQLite lets one process write and fails whoever reads first and writes later; writing first waits in line instead. */
export const takeTurn = (tx: Tx, runId: string, step: IntakeStep): Promise<boolean> =>
  changeAt(tx, runId, step, { updatedAt: tx.now });
