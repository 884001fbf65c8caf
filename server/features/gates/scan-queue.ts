import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { inTransaction } from '@server/platform/tx';
import type { KeyRing } from '@server/features/privileges';
import { purgeIsScheduled, schedulePurge } from './purge-scans';
import { type Judged, judgeScans, type Scan } from './judge-scan';

interface Waiting {
  scan: Scan;
  ring: KeyRing;
  requestId: string;
  settle: (judged: Judged) => void;
  fail: (error: unknown) => void;
}

/** Statements stay short, and nobody waits for more than this many others. */
const AT_ONCE = 32;
/** Transactions of one process: while one waits for the database, the next is prepared. */
const SIDE_BY_SIDE = 2;
/** Fewer wait for the transaction that runs: a second one of their own would make both dearer. */
const WORTH_A_SECOND = 12;
const ATTEMPTS = 4;

interface Queue {
  waiting: Waiting[];
  running: number;
}
const queues = new WeakMap<App, Queue>();

/**
 * One transaction for all scans that wait at the moment: at a rush a gate pays a part of a transaction instead of a whole one, and a
 * lone scan starts at once. No line in the audit: the scan's own row says which gate asked, when, and what it was answered, and goes
 * after thirty days; lines of the audit stay, and would be a record of where people went.
 */
export function judgeTogether(app: App, asked: Omit<Waiting, 'settle' | 'fail'>): Promise<Judged> {
  const queue = queues.get(app) ?? { waiting: [], running: 0 };
  queues.set(app, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ...asked, settle: resolve, fail: reject });
    // After what else arrives in this turn of the loop.
    setImmediate(() => void work(app, queue));
  });
}

async function work(app: App, queue: Queue): Promise<void> {
  if (queue.running >= SIDE_BY_SIDE) return;
  queue.running++;
  while (queue.waiting.length > (queue.running > 1 ? WORTH_A_SECOND : 0)) {
    const batch = take(queue);
    if (batch.length === 0) break;
    await settle(app, batch);
  }
  queue.running--;
}

/** One scan of each code and of each request: a second one waits for the outcome of the first, in the next batch. */
function take(queue: Queue): Waiting[] {
  const taken = new Set<string>();
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  for (const item of queue.waiting) {
    const { gateId, requestId, code } = item.scan;
    const names = [code.replayKey, `${gateId} ${requestId}`];
    if (batch.length >= AT_ONCE || names.some(name => taken.has(name))) rest.push(item);
    else {
      for (const name of names) taken.add(name);
      batch.push(item);
    }
  }
  queue.waiting = rest;
  return batch;
}

async function settle(app: App, batch: readonly Waiting[]): Promise<void> {
  try {
    const judged = await judgeBatch(app, batch);
    for (const [n, item] of batch.entries()) {
      const own = judged[n];
      if (own) item.settle(own);
    }
  } catch (error) {
    // One that cannot be judged must not take the others with it.
    if (batch.length > 1) for (const item of batch) await settle(app, [item]);
    else for (const item of batch) item.fail(error);
  }
}

async function judgeBatch(app: App, batch: readonly Waiting[]): Promise<Judged[]> {
  const [first] = batch;
  if (!first) return [];
  for (let attempt = 1; ; attempt++)
    try {
      const [all, today] = await inTransaction(app, { actor: systemActor, requestId: first.requestId }, async tx => {
        const judged = await judgeScans(
          tx,
          first.ring,
          batch.map(({ scan }) => scan),
          attempt > 1,
        );
        await schedulePurge(tx);
        return [judged, tx.today] as const;
      });
      purgeIsScheduled(app, today);
      return all;
    } catch (error) {
      // One of the requests was answered before, here or by another process at this moment: now it is found.
      if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
    }
}
