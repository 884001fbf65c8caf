import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { inTransaction, txOn, type Tx } from '@server/platform/tx';
import { findIntakeContext } from './find-intake-context';
import { readBlocks, type IntakeBlock } from './intake-blocks';
import { repeatOnClash, takeIntakeBatch, type IntakeResult } from './intake-batch';
import { planIntake } from './intake-plan';
import { IntakeProblem } from './intake-problem.entity';
import type { RowProblem } from './intake-reasons';
import type { IntakeContext } from './intake-row';
import { IntakeRun } from './intake-run.entity';
import { insertRows } from './insert-rows';
import { openIntakeRun } from './open-intake-run';
import { UnusableInput } from './read-intake-file';

interface ImportInput {
  readonly source: 'file' | 'seed';
  readonly label: string;
  readonly contentHash: string;
  /** Text lines, the heading first, in pieces of any size. */
  readonly lines: AsyncIterable<readonly string[]>;
}

interface ImportOptions {
  /** Only rows of this station are taken. */
  readonly stationCode?: string;
  /** Begin at the first line even when an unfinished import of the same content exists. */
  readonly restart?: boolean;
  /** Tell other features and the donors about each change; for small deliveries of news, not for history. */
  readonly announce?: boolean;
  readonly linesPerBlock?: number;
  onProgress?(progress: { lastLine: number; refused: number }): void;
}

export interface ImportSummary {
  readonly runId: string;
  readonly added: number;
  readonly unchanged: number;
  readonly corrected: number;
  readonly refused: number;
  /** Lines that an earlier, interrupted import had done. */
  readonly resumedAfterLine: number | null;
}

const origin = { actor: systemActor, requestId: 'import' };

async function contextOf(app: App, stationCode: string | undefined): Promise<IntakeContext> {
  const context = await app.db.read(em => findIntakeContext(txOn(app, em, origin), null));
  if (stationCode === undefined) return context;
  const station = context.stations.get(stationCode);
  if (!station) throw new UnusableInput(`there is no station ${stationCode} in the register`);
  return { ...context, onlyStationId: station.id };
}

/** Moves the run's mark from the block's start to its end; false when another process has moved it. */
async function advance(tx: Tx, runId: string, block: IntakeBlock): Promise<boolean> {
  const { affected } = await tx.em.update(
    IntakeRun,
    { id: runId, state: 'running', lastLine: block.afterLine },
    { lastLine: block.lastLine, updatedAt: tx.now },
  );
  return affected === 1;
}

async function takeBlock(
  tx: Tx,
  runId: string,
  block: IntakeBlock,
  announce: boolean,
): Promise<IntakeResult | undefined> {
  // First, so that a second import of the same file waits here and then sees that this block is done.
  if (!(await advance(tx, runId, block))) return undefined;
  const result = await takeIntakeBatch(tx, block.drafts, { runId, announce });
  const problems = [...block.problems, ...result.problems];
  await insertRows(
    tx.em,
    IntakeProblem,
    problems.map(problem => ({ id: newId(), runId, ...problem })),
  );
  await tx.em
    .createQueryBuilder()
    .update(IntakeRun)
    .set({
      added: () => `added + ${result.added}`,
      unchanged: () => `unchanged + ${result.unchanged}`,
      corrected: () => `corrected + ${result.corrected}`,
      refused: () => `refused + ${problems.length}`,
    })
    .where({ id: runId })
    .execute();
  return { ...result, problems };
}

const afterLine = (block: IntakeBlock, line: number): IntakeBlock => ({
  afterLine: line,
  lastLine: block.lastLine,
  drafts: block.drafts.filter(({ row }) => row.line > line),
  problems: block.problems.filter(problem => problem.line > line),
});

/** Commits what of the block is not in the register yet. A run may be worked on by two processes; each line is taken once. */
async function commitBlock(app: App, runId: string, block: IntakeBlock, announce: boolean): Promise<void> {
  let rest = block;
  for (;;) {
    const part = rest;
    const result = await repeatOnClash(() => inTransaction(app, origin, tx => takeBlock(tx, runId, part, announce)));
    if (result) return;
    const run = await app.db.read(em => em.findOneByOrFail(IntakeRun, { id: runId }));
    if (run.lastLine >= block.lastLine) return;
    if (run.state !== 'running' || run.lastLine < block.afterLine)
      throw new UnusableInput('another import has started this file again; this one stops');
    rest = afterLine(block, run.lastLine);
  }
}

async function commitBlocks(
  app: App,
  run: IntakeRun,
  blocks: AsyncGenerator<IntakeBlock>,
  { announce = false, onProgress }: ImportOptions,
): Promise<void> {
  let next = blocks.next();
  for (;;) {
    const { value: block, done } = await next;
    if (done || !block) return;
    // Read and checked while the database works on this block.
    next = blocks.next();
    // An error of the reading is met at the next turn, after this block has been committed.
    next.catch(() => undefined);
    await commitBlock(app, run.id, block.afterLine < run.lastLine ? afterLine(block, run.lastLine) : block, announce);
    onProgress?.({ lastLine: block.lastLine, refused: block.problems.length });
  }
}

/** Brings all lines into the register, a thousand a transaction, and goes on where an interrupted import of the same content stopped. */
export async function importDonations(
  app: App,
  input: ImportInput,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const context = await contextOf(app, options.stationCode);
  const { source, label, contentHash } = input;
  const delivery = { source, label, contentHash, stationId: context.onlyStationId };
  const run = await inTransaction(app, origin, tx => openIntakeRun(tx, delivery, options.restart ?? false));
  const blocks = readBlocks(input.lines, {
    context,
    crypto: app.crypto,
    stationCode: options.stationCode,
    doneLine: run.lastLine,
    linesPerBlock: options.linesPerBlock ?? 1000,
  });
  try {
    await commitBlocks(app, run, blocks, options);
  } catch (error) {
    // Nothing was taken from it, so there is nothing to go on with.
    if (error instanceof UnusableInput && run.lastLine === 1)
      await inTransaction(app, origin, tx =>
        tx.em.update(IntakeRun, { id: run.id, lastLine: 1 }, { state: 'abandoned' }),
      );
    throw error;
  }
  return inTransaction(app, origin, async tx => {
    await tx.em.update(IntakeRun, { id: run.id, state: 'running' }, { state: 'done', updatedAt: tx.now });
    const { added, unchanged, corrected, refused } = await tx.em.findOneByOrFail(IntakeRun, { id: run.id });
    return {
      runId: run.id,
      added,
      unchanged,
      corrected,
      refused,
      resumedAfterLine: run.lastLine > 1 ? run.lastLine : null,
    };
  });
}

/** Reads and compares everything, writes nothing. Rows that only contradict other rows of the file are found by the real import. */
export async function tryImport(
  app: App,
  input: Pick<ImportInput, 'lines'>,
  options: Pick<ImportOptions, 'stationCode' | 'onProgress'> & {
    onProblems(problems: readonly RowProblem[]): Promise<void>;
  },
): Promise<Omit<ImportSummary, 'runId' | 'resumedAfterLine'>> {
  const context = await contextOf(app, options.stationCode);
  const { crypto } = app;
  const counts = { added: 0, unchanged: 0, corrected: 0, refused: 0 };
  for await (const block of readBlocks(input.lines, {
    context,
    crypto,
    stationCode: options.stationCode,
    doneLine: 0,
    linesPerBlock: 1000,
  })) {
    const plan = await app.db.read(em => planIntake(txOn(app, em, origin), block.drafts));
    const problems = [...block.problems, ...plan.problems].sort((a, b) => a.line - b.line);
    counts.added += plan.added.length;
    counts.unchanged += plan.unchanged;
    counts.corrected += plan.corrected.length;
    counts.refused += problems.length;
    await options.onProblems(problems);
    options.onProgress?.({ lastLine: block.lastLine, refused: problems.length });
  }
  return counts;
}
