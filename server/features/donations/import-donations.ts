import { IsNull } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { announce } from '@server/platform/events';
import { inTransaction, txOn } from '@server/platform/tx';
import { donationsImported } from './events';
import { findIntakeContext } from './find-intake-context';
import { commitBlocks, type CommitOptions } from './commit-blocks';
import { readBlocks } from './intake-blocks';
import { planIntake } from './intake-plan';
import type { RowProblem } from './intake-reasons';
import type { IntakeContext } from './intake-row';
import { IntakeRun } from './intake-run.entity';
import { openIntakeRun } from './open-intake-run';
import { UnusableInput, type IntakeLines } from './read-intake-file';

interface ImportInput {
  readonly source: 'file' | 'seed';
  readonly label: string;
  readonly contentHash: string;
  /** Text lines, the heading first, in pieces of any size. */
  readonly lines: IntakeLines;
}

interface ImportOptions extends CommitOptions {
  /** Only rows of this station are taken. */
  readonly stationCode?: string;
  /** Begin at the first line even when an unfinished import of the same content exists. */
  readonly restart?: boolean;
  readonly linesPerBlock?: number;
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

/** Lines a block; where several transactions are open at once, a block is written in parts. */
const linesPerBlock = { sqlite: 1000, mysql: 4000 } as const;

const origin = { actor: systemActor, requestId: 'import' };

async function contextOf(app: App, stationCode: string | undefined): Promise<IntakeContext> {
  const context = await app.db.read(em => findIntakeContext(txOn(app, em, origin), null));
  if (stationCode === undefined) return context;
  const station = context.stations.get(stationCode);
  if (!station) throw new UnusableInput(`there is no station ${stationCode} in the register`);
  return { ...context, onlyStationId: station.id };
}

/** Brings all lines into the register, about a thousand a transaction, and goes on where an interrupted import of the same content stopped. */
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
    stopped: run,
    linesPerBlock: options.linesPerBlock ?? linesPerBlock[app.db.kind],
  });
  try {
    await commitBlocks(app, origin, run, blocks, options);
  } catch (error) {
    // Nothing was taken from it, so there is nothing to go on with.
    if (error instanceof UnusableInput && run.lastLine === 1)
      await inTransaction(app, origin, tx =>
        tx.em.update(IntakeRun, { id: run.id, lastLine: 1, aheadLine: IsNull() }, { state: 'abandoned' }),
      );
    throw error;
  }
  return inTransaction(app, origin, async tx => {
    const ended = await tx.em.update(IntakeRun, { id: run.id, state: 'running' }, { state: 'done', updatedAt: tx.now });
    // Seeds are nobody's news.
    if (ended.affected === 1 && source === 'file' && !options.announce)
      await announce(tx, donationsImported, { runId: run.id });
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
    linesPerBlock: linesPerBlock.sqlite,
  })) {
    const plan = await app.db.read(em => planIntake(txOn(app, em, origin), block.drafts, { hold: false }));
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
