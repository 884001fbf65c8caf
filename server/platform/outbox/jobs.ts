import { insertRow } from '../db/rows';
import { newId } from '../ids';
import type { App } from '../app';
import type { Tx } from '../tx';
import { OutboxMessage } from './outbox-message.entity';

/** A kind of later work. Handlers run at least once: they must be safe to repeat. */
export interface Job<Payload> {
  readonly topic: string;
  readonly payload?: Payload;
}

type Handler<Payload> = (app: App, payload: Payload) => Promise<void>;

type Cleaner = (app: App) => Promise<void>;

export interface Jobs {
  /** `gaveUp` runs after the last try has failed, so that nothing waits for ever for work that will not be done. */
  handle<Payload>(job: Job<Payload>, handler: Handler<Payload>, gaveUp?: Handler<Payload>): void;
  handlerOf(topic: string): Handler<never> | undefined;
  gaveUpOf(topic: string): Handler<never> | undefined;
  /** Deletes what a feature need not keep; runs every hour in the worker. */
  clean(cleaner: Cleaner): void;
  cleaners(): readonly Cleaner[];
}

export const defineJob = <Payload>(topic: string): Job<Payload> => ({ topic });

export function createJobs(): Jobs {
  const handlers = new Map<string, Handler<never>>();
  const givingUp = new Map<string, Handler<never>>();
  const cleaning: Cleaner[] = [];
  return {
    handle(job, handler, gaveUp) {
      if (handlers.has(job.topic)) throw new Error(`two handlers for ${job.topic}`);
      handlers.set(job.topic, handler);
      if (gaveUp) givingUp.set(job.topic, gaveUp);
    },
    gaveUpOf: topic => givingUp.get(topic),
    clean: cleaner => void cleaning.push(cleaner),
    cleaners: () => cleaning,
    handlerOf: topic => handlers.get(topic),
  };
}

interface Options {
  /** Defaults to a new key: every call is work of its own. */
  dedupeKey?: string;
  /** Earliest instant; defaults to now. */
  notBefore?: string;
}

/** Writes the work into the outbox in the same transaction. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  options: Options = {},
): Promise<void> {
  const id = newId();
  await insertRow(
    tx.em,
    OutboxMessage,
    {
      id,
      topic: job.topic,
      payload: JSON.stringify(payload),
      dedupeKey: options.dedupeKey ? `${job.topic}:${options.dedupeKey}` : id,
      state: 'pending',
      attempts: 0,
      dueAt: options.notBefore ?? tx.now,
      createdAt: tx.now,
      lastProblem: null,
    },
    { orIgnore: true },
  );
}
