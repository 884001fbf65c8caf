import type { App } from '../app';
import { plusSeconds } from '../clock';
import { stackOf } from '../log';
import { OutboxMessage } from './outbox-message.entity';
import { purge } from './purge';

/** After this many tries a message waits for a person. */
const maxAttempts = 12;
const takenForSeconds = 60;
const purgeEveryMilliseconds = 3_600_000;
const backoffSeconds = (attempts: number) => Math.min(3600, 2 ** attempts);

/** Compare-and-swap: of several workers exactly one gets the message. */
async function take(app: App, message: OutboxMessage): Promise<boolean> {
  const now = app.clock.now();
  const result = await app.db.transaction(em =>
    em
      .createQueryBuilder()
      .update(OutboxMessage)
      .set({ state: 'taken', dueAt: plusSeconds(now, takenForSeconds), attempts: () => 'attempts + 1' })
      .where('id = :id AND state = :state AND due_at = :dueAt', {
        id: message.id,
        state: message.state,
        dueAt: message.dueAt,
      })
      .execute(),
  );
  return result.affected === 1;
}

/** Class and code, never the message: it may repeat what was sent. */
const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
};

async function giveUp(app: App, { topic, payload }: OutboxMessage): Promise<void> {
  try {
    await app.jobs.gaveUpOf(topic)?.(app, JSON.parse(payload) as never);
  } catch (error) {
    app.log.error('outbox.gave-up', { topic, note: nameOf(error) });
  }
}

async function run(app: App, message: OutboxMessage): Promise<void> {
  const attempts = message.attempts + 1;
  try {
    const handler = app.jobs.handlerOf(message.topic);
    if (!handler) throw new Error(`no handler for ${message.topic}`);
    await handler(app, JSON.parse(message.payload) as never);
    await app.db.transaction(em => em.update(OutboxMessage, { id: message.id }, { state: 'done', lastProblem: null }));
  } catch (error) {
    const failed = attempts >= maxAttempts;
    const problem = nameOf(error);
    app.log.warn('outbox.failed', { topic: message.topic, attempts, note: problem });
    // Before the row says so: a crash between the two repeats the last try, and this with it.
    if (failed) await giveUp(app, message);
    await app.db.transaction(em =>
      em.update(
        OutboxMessage,
        { id: message.id },
        {
          state: failed ? 'failed' : 'pending',
          dueAt: plusSeconds(app.clock.now(), backoffSeconds(attempts)),
          lastProblem: problem.slice(0, 200),
        },
      ),
    );
  }
}

/** Does the work that is due, `limit` messages at the most. Returns how many it tried. */
export async function drainOutbox(app: App, limit = 50): Promise<number> {
  const now = app.clock.now();
  const due = await app.db.read(em =>
    em
      .createQueryBuilder(OutboxMessage, 'message')
      .where('message.state IN (:...states) AND message.due_at <= :now', { states: ['pending', 'taken'], now })
      .orderBy('message.due_at')
      .limit(limit)
      .getMany(),
  );
  for (const message of due) if (await take(app, message)) await run(app, message);
  return due.length;
}

/** Drains again and again until stopped; `stop` waits for the message in hand. */
export function startWorker(app: App, everyMilliseconds = 500): { stop(): Promise<void> } {
  let stopped = false;
  let purgeAt = 0;
  let wake: () => void = () => undefined;
  const loop = (async () => {
    while (!stopped) {
      if (app.clock.millis() >= purgeAt) {
        purgeAt = app.clock.millis() + purgeEveryMilliseconds;
        await purge(app).catch(error => app.log.error('purge.broken', { note: nameOf(error) }));
      }
      const tried = await drainOutbox(app).catch(error => {
        app.log.error('outbox.broken', { stack: stackOf(error) });
        return 0;
      });
      if (tried === 0 && !stopped)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, everyMilliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}
