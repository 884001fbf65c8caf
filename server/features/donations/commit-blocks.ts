import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import type { RecentPeople } from './find-intake-state';
import type { IntakeBlock } from './intake-blocks';
import { repeatOnClash, takeIntakeBatch, type IntakeResult } from './intake-batch';
import { IntakeProblem } from './intake-problem.entity';
import { IntakeRun } from './intake-run.entity';
import { insertRows } from './insert-rows';
import { UnusableInput } from './read-intake-file';

export interface CommitOptions {
  /** Tell other features and the donors about each change; for small deliveries of news, not for history. */
  readonly announce?: boolean;
  onProgress?(progress: { lastLine: number; refused: number }): void;
}

interface Origin {
  readonly actor: Actor;
  readonly requestId: string;
}

/** Transactions that one import has open at a time, so that neither this process nor the database waits for the other. */
const blocksAtOnce = 2;

/** Another process works on the same run and has moved its mark: roll back and look again. */
class MarkMoved extends Error {}

/** Moves the run's mark from the block's start to its end and counts its rows. */
async function advance(tx: Tx, runId: string, block: IntakeBlock, result: IntakeResult): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(IntakeRun)
    .set({
      lastLine: block.lastLine,
      added: () => `added + ${result.added}`,
      unchanged: () => `unchanged + ${result.unchanged}`,
      corrected: () => `corrected + ${result.corrected}`,
      refused: () => `refused + ${result.problems.length}`,
      updatedAt: tx.now,
    })
    .where({ id: runId, state: 'running', lastLine: block.afterLine })
    .execute();
  if (affected !== 1) throw new MarkMoved();
}

/** SQLite lets one process write and fails whoever reads first and writes later; writing first waits in line instead. */
async function takeTurn(tx: Tx, runId: string, block: IntakeBlock): Promise<void> {
  const { affected } = await tx.em.update(IntakeRun, { id: runId, lastLine: block.afterLine }, { updatedAt: tx.now });
  if (affected !== 1) throw new MarkMoved();
}

async function takeBlock(
  tx: Tx,
  runId: string,
  block: IntakeBlock,
  { announce, recent, before }: { announce: boolean; recent: RecentPeople; before: Promise<void> },
): Promise<number> {
  if (tx.app.db.kind === 'sqlite') await takeTurn(tx, runId, block);
  const result = await takeIntakeBatch(tx, block.drafts, { runId, announce, hold: false, recent });
  const problems = [...block.problems, ...result.problems];
  await insertRows(
    tx.em,
    IntakeProblem,
    problems.map(problem => ({ id: newId(), runId, ...problem })),
  );
  // Blocks commit in the order of their lines, so that the mark never says more than is in the register.
  await before;
  await advance(tx, runId, block, { ...result, problems });
  return problems.length;
}

const after = (block: IntakeBlock, line: number): IntakeBlock => ({
  afterLine: Math.max(block.afterLine, line),
  lastLine: block.lastLine,
  drafts: block.drafts.filter(({ row }) => row.line > line),
  problems: block.problems.filter(problem => problem.line > line),
});

/** Commits what of the block is not in the register yet; answers how many rows were not taken. Two processes may work on one run. */
async function commitBlock(
  commit: (block: IntakeBlock) => Promise<number>,
  app: App,
  runId: string,
  block: IntakeBlock,
): Promise<number> {
  for (let rest = block; ;) {
    try {
      return await commit(rest);
    } catch (error) {
      if (!(error instanceof MarkMoved)) throw error;
    }
    const run = await app.db.read(em => em.findOneByOrFail(IntakeRun, { id: runId }));
    if (run.lastLine >= block.lastLine) return 0;
    if (run.state !== 'running' || run.lastLine < block.afterLine)
      throw new UnusableInput('another import has started this file again; this one stops');
    rest = after(block, run.lastLine);
  }
}

interface InFlight {
  readonly keys: ReadonlySet<string>;
  readonly done: Promise<void>;
}

/** Two blocks about one donor or donation would wait for each other's locks. */
const keysOf = (block: IntakeBlock): Set<string> => {
  const keys = new Set<string>();
  for (const { docIndex, row } of block.drafts) keys.add(docIndex).add(row.donationNumber);
  return keys;
};

const isAbout = (keys: ReadonlySet<string>, block: IntakeBlock): boolean =>
  block.drafts.some(({ docIndex, row }) => keys.has(docIndex) || keys.has(row.donationNumber));

/**
 * Writes the blocks, each in one transaction. While the database works on one block, the next is read, checked and, where the
 * database takes several transactions at a time, already written: it only waits with its commit.
 */
export async function commitBlocks(
  app: App,
  origin: Origin,
  run: IntakeRun,
  blocks: AsyncGenerator<IntakeBlock>,
  { announce = false, onProgress }: CommitOptions,
): Promise<void> {
  const atOnce = app.db.kind === 'mysql' ? blocksAtOnce : 1;
  const recent: RecentPeople = new Map();
  let inFlight: InFlight[] = [];
  let last: Promise<void> = Promise.resolve();
  let next = blocks.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done || !value) break;
      next = blocks.next();
      // An error of the reading is met at the next turn; the blocks before it are committed.
      next.catch(() => undefined);
      const block = value.afterLine < run.lastLine ? after(value, run.lastLine) : value;
      while (inFlight.length >= atOnce || inFlight.some(({ keys }) => isAbout(keys, block))) {
        await inFlight[0]?.done;
        inFlight = inFlight.slice(1);
      }
      const before = last;
      const commit = (rest: IntakeBlock) =>
        repeatOnClash(() =>
          inTransaction(app, origin, tx => takeBlock(tx, run.id, rest, { announce, recent, before })),
        );
      last = commitBlock(commit, app, run.id, block).then(refused =>
        onProgress?.({ lastLine: block.lastLine, refused }),
      );
      // Met where it is awaited: by the blocks after it, or below.
      last.catch(() => undefined);
      inFlight.push({ keys: atOnce > 1 ? keysOf(block) : new Set(), done: last });
    }
  } finally {
    // Nothing may still be writing when the caller closes the database.
    await Promise.allSettled(inFlight.map(({ done }) => done));
  }
  await last;
}
