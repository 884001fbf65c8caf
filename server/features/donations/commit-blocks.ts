import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import type { IntakeBlock } from './intake-blocks';
import { MovesDonation, repeatOnClash, takeIntakeBatch } from './intake-batch';
import type { PlannedPerson } from './intake-plan';
import { isDone, isNext, moveMark, takeTurn } from './intake-mark';
import { IntakeProblem } from './intake-problem.entity';
import { IntakeRun } from './intake-run.entity';
import { lineReached, stepsOf, type IntakeStep } from './intake-steps';
import { insertRows } from './insert-rows';
import { RecentPeople } from './recent-people';
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

/** Steps that one import has open at a time, so that neither this process nor the database waits for the other. */
const stepsAtOnce = 3;

/** More than are open at once, so that two open steps are never about the same part of the donors. */
const partsPerBlock = 4;

/** Donors of a province in a year or two. */
const recentPeople = 100_000;

/** After so many steps that met no stored donation, the next are written without looking for any. */
const newStepsBefore = 3;

/** Another process works on the same run and has moved its mark: roll back and look again. */
class MarkMoved extends Error {}

interface StepOptions {
  readonly announce: boolean;
  readonly recent: RecentPeople;
  /** No other step is open: it may change what another could be about. */
  readonly alone: boolean;
  readonly expectNew: boolean;
  /** Steps commit in the order of their lines, so that the mark never says more than is in the register. */
  readonly before: Promise<unknown>;
}

interface Taken {
  readonly refused: number;
  readonly newcomers: readonly PlannedPerson[];
  readonly meetsStored: boolean;
}

async function takeStep(
  tx: Tx,
  runId: string,
  step: IntakeStep,
  { announce, recent, alone, expectNew, before }: StepOptions,
): Promise<Taken> {
  if (tx.app.db.kind === 'sqlite' && !(await takeTurn(tx, runId, step))) throw new MarkMoved();
  const { drafts, problems: found } = step.block;
  const result = await takeIntakeBatch(tx, drafts, { runId, announce, hold: false, recent, alone, expectNew });
  const problems = [...found, ...result.problems];
  await insertRows(
    tx.em,
    IntakeProblem,
    problems.map(problem => ({ id: newId(), runId, ...problem })),
  );
  await before;
  if (!(await moveMark(tx, runId, step, { ...result, problems }))) throw new MarkMoved();
  return { refused: problems.length, newcomers: result.newcomers, meetsStored: result.meetsStored };
}

function remember(recent: RecentPeople, newcomers: readonly PlannedPerson[]): void {
  for (const { id, name, draft } of newcomers) {
    const { sex, birthDate } = draft.row;
    recent.add(draft.docIndex, { id, name, sex, birthDate });
  }
}

/** Commits the step unless it is in the register; answers how many rows were not taken. Two processes may work on one run. */
async function commitStep(
  commit: () => Promise<Taken>,
  { db }: App,
  runId: string,
  step: IntakeStep,
  recent: RecentPeople,
): Promise<number> {
  for (;;) {
    try {
      const { refused, newcomers } = await commit();
      remember(recent, newcomers);
      return refused;
    } catch (error) {
      if (!(error instanceof MarkMoved)) throw error;
    }
    const run = await db.read(em => em.findOneByOrFail(IntakeRun, { id: runId }));
    if (isDone(step, run)) return 0;
    if (run.state !== 'running' || !isNext(step, run))
      throw new UnusableInput('another import has started this file again; this one stops');
  }
}

interface OpenStep {
  readonly step: IntakeStep;
  readonly done: Promise<unknown>;
}

/**
 * Writes the blocks. While the database works on one step, the next is read, checked and, where the database takes several
 * transactions at a time, already written: it only waits with its commit. Nothing that an open step has changed may be about
 * a person of the other, or the one would wait for the other's locks and the other for its commit.
 */
export async function commitBlocks(
  app: App,
  origin: Origin,
  run: IntakeRun,
  blocks: AsyncGenerator<IntakeBlock>,
  { announce = false, onProgress }: CommitOptions,
): Promise<void> {
  const parts = app.db.kind === 'mysql' && !announce ? partsPerBlock : 1;
  const recent = new RecentPeople(recentPeople);
  let atOnce = parts > 1 ? stepsAtOnce : 1;
  let open: OpenStep[] = [];
  let newSteps = 0;
  const begin = (step: IntakeStep): void => {
    const before = open.at(-1)?.done ?? Promise.resolve();
    const options = { announce, recent, alone: step.alone || atOnce === 1, before };
    const commit = () =>
      repeatOnClash(async attempt => {
        const expectNew = attempt === 1 && newSteps >= newStepsBefore;
        const taken = await inTransaction(app, origin, tx => takeStep(tx, run.id, step, { ...options, expectNew }));
        newSteps = taken.meetsStored || attempt > 1 ? 0 : newSteps + 1;
        return taken;
      });
    const done = commitStep(commit, app, run.id, step, recent).then(refused => {
      onProgress?.({ lastLine: lineReached(step), refused });
    });
    // Met where it is awaited: by the step after it, or when the step is ended.
    done.catch(() => undefined);
    open.push({ step, done });
  };
  const endOldest = async (): Promise<void> => {
    const oldest = open[0];
    if (!oldest) return;
    try {
      await oldest.done;
      open = open.slice(1);
    } catch (error) {
      if (!(error instanceof MovesDonation)) throw error;
      // Nothing of the open steps is committed. They, and all that follow, take turns.
      const again = open.map(({ step }) => step);
      await Promise.allSettled(open.map(({ done }) => done));
      [atOnce, open] = [1, []];
      for (const step of again) {
        begin(step);
        await endOldest();
      }
    }
  };
  const endAllBut = async (left: number): Promise<void> => {
    while (open.length > left) await endOldest();
  };
  let next = blocks.next();
  try {
    for (;;) {
      const { value: block, done } = await next;
      if (done || !block) break;
      next = blocks.next();
      // An error of the reading is met at the next turn; the blocks before it are committed.
      next.catch(() => undefined);
      for (const step of stepsOf(block, parts)) {
        if (isDone(step, run)) continue;
        await endAllBut(step.alone ? 0 : atOnce - 1);
        begin(step);
        if (step.alone) await endAllBut(0);
      }
    }
    await endAllBut(0);
  } finally {
    // Nothing may still be writing when the caller closes the database.
    await Promise.allSettled(open.map(({ done }) => done));
  }
}
