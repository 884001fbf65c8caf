import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import type { IntakeBlock } from './intake-blocks';
import { repeatOnClash, takeIntakeBatch, type IntakeResult } from './intake-batch';
import { isDone, isNext, moveMark, takeTurn } from './intake-mark';
import { IntakeProblem } from './intake-problem.entity';
import { IntakeRun } from './intake-run.entity';
import { lineReached, stepsOf, type IntakeStep } from './intake-steps';
import { insertRows } from '@server/platform/db/insert-rows';
import { RecentPeople } from './recent-people';
import { StepsInOrder } from './steps-in-order';
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

/** Two hundred bytes each; a province's donors of ten years. */
const recentPeople = 250_000;

/** After so many steps that found nothing in the register, the next are written without looking. */
const newStepsBefore = 3;

/** Another process works on the same run and has moved its mark: roll back and look again. */
class MarkMoved extends Error {}

interface StepOptions {
  readonly announce: boolean;
  readonly recent: RecentPeople;
  /** No other step is open: it may change what another could be about. */
  readonly alone: boolean;
  /** Steps commit in the order of their lines, so that the mark never says more than is in the register. */
  readonly before: Promise<unknown>;
}

interface Expectations {
  readonly expectNew: boolean;
  readonly expectNewPeople: boolean;
  /** What is remembered of donors holds as long as this is what the run says. */
  readonly otherWrites: number;
}

async function takeStep(
  tx: Tx,
  runId: string,
  step: IntakeStep,
  { before, ...options }: StepOptions,
  { otherWrites, ...expectations }: Expectations,
): Promise<IntakeResult> {
  if (tx.app.db.kind === 'sqlite' && !(await takeTurn(tx, runId, step))) throw new MarkMoved();
  const { drafts, problems: found } = step.block;
  const result = await takeIntakeBatch(tx, drafts, { runId, hold: false, ...options, ...expectations });
  const problems = [...found, ...result.problems];
  await insertRows(
    tx.em,
    IntakeProblem,
    problems.map(problem => ({ id: newId(), runId, ...problem })),
  );
  await before;
  if (!(await moveMark(tx, runId, step, { ...result, problems }, otherWrites))) throw new MarkMoved();
  return { ...result, problems };
}

/** What an import has learnt so far, and by which it saves looking. */
class Memory {
  readonly recent = new RecentPeople(recentPeople);
  otherWrites: number;
  private newSteps = 0;
  private newPeopleSteps = 0;

  constructor(run: IntakeRun) {
    this.otherWrites = run.otherWrites ?? 0;
  }

  expectations(attempt: number): Expectations {
    const first = attempt === 1;
    return {
      expectNew: first && this.newSteps >= newStepsBefore,
      expectNewPeople: first && this.newPeopleSteps >= newStepsBefore,
      otherWrites: this.otherWrites,
    };
  }

  learn({ people, meetsStored, meetsKnown }: IntakeResult, attempt: number): void {
    for (const [docIndex, person] of people) this.recent.add(docIndex, person);
    this.newSteps = meetsStored || attempt > 1 ? 0 : this.newSteps + 1;
    this.newPeopleSteps = meetsKnown || attempt > 1 ? 0 : this.newPeopleSteps + 1;
  }

  noticeOthers({ otherWrites }: IntakeRun): void {
    if ((otherWrites ?? 0) === this.otherWrites) return;
    this.otherWrites = otherWrites ?? 0;
    this.recent.forgetFacts();
  }
}

/** Commits the step unless it is in the register; answers how many rows were not taken. Two processes may work on one run. */
async function commitStep(
  app: App,
  origin: Origin,
  runId: string,
  step: IntakeStep,
  options: Omit<StepOptions, 'recent'>,
  memory: Memory,
): Promise<number> {
  const { recent } = memory;
  for (;;) {
    try {
      return await repeatOnClash(async attempt => {
        const expected = memory.expectations(attempt);
        const work = (tx: Tx) => takeStep(tx, runId, step, { ...options, recent }, expected);
        const result = await inTransaction(app, origin, work);
        memory.learn(result, attempt);
        return result.problems.length;
      });
    } catch (error) {
      if (!(error instanceof MarkMoved)) throw error;
    }
    const run = await app.db.read(em => em.findOneByOrFail(IntakeRun, { id: runId }));
    memory.noticeOthers(run);
    if (isDone(step, run)) return 0;
    if (run.state !== 'running' || !isNext(step, run))
      throw new UnusableInput('another import has started this file again; this one stops');
  }
}

/**
 * Writes the blocks. While the database works on one step, the next is read, checked and, where the database takes several
 * transactions at a time, already written: it only waits with its commit. Nothing that an open step has changed may be about
 * a person of another, or the one would wait for the other's locks and the other for its commit.
 */
export async function commitBlocks(
  app: App,
  origin: Origin,
  run: IntakeRun,
  blocks: AsyncGenerator<IntakeBlock>,
  { announce = false, onProgress }: CommitOptions,
): Promise<void> {
  const parts = app.db.kind === 'mysql' && !announce ? partsPerBlock : 1;
  const memory = new Memory(run);
  const steps = new StepsInOrder<IntakeStep>({
    atOnce: parts > 1 ? stepsAtOnce : 1,
    isAlone: ({ alone }) => alone,
    async run(step, turn) {
      const refused = await commitStep(app, origin, run.id, step, { announce, ...turn }, memory);
      onProgress?.({ lastLine: lineReached(step), refused });
    },
  });
  let next = blocks.next();
  try {
    for (;;) {
      const { value: block, done } = await next;
      if (done || !block) break;
      next = blocks.next();
      // An error of the reading is met at the next turn; the blocks before it are committed.
      next.catch(() => undefined);
      for (const step of stepsOf(block, parts)) if (!isDone(step, run)) await steps.add(step);
    }
    await steps.end();
  } finally {
    // Nothing may still be writing when the caller closes the database.
    await steps.settle();
  }
}
