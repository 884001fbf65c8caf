import type { App } from '../app';
import { findRowsIn } from './rows';

interface Asked<Row> {
  id: string;
  settle: (row: Row | null) => void;
  fail: (error: unknown) => void;
}

interface Queue<Row> {
  waiting: Asked<Row>[];
  running: number;
}

/** As many as one statement asks for. */
const longest = 32;
/** Statements under way: what comes meanwhile shares the next one. */
const sideBySide = 2;

/**
 * Reads of rows by id that every request makes: those of one turn of the event loop share a statement. A lone one is no later than
 * by itself. Reads what is committed, as each of them alone would.
 */
export function lookUp<Row extends { id: string }>(
  entity: new () => Row,
): (app: App, id: string) => Promise<Row | null> {
  const queues = new WeakMap<App, Queue<Row>>();
  const ask = async (app: App, asked: readonly Asked<Row>[]): Promise<void> => {
    try {
      const ids = [...new Set(asked.map(({ id }) => id))];
      const rows = await app.db.read(em => findRowsIn(em, entity, 'id', ids));
      const byId = new Map(rows.map(row => [row.id, row]));
      for (const { id, settle } of asked) settle(byId.get(id) ?? null);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  const work = async (app: App, queue: Queue<Row>): Promise<void> => {
    if (queue.running >= sideBySide) return;
    queue.running++;
    while (queue.waiting.length > 0) await ask(app, queue.waiting.splice(0, longest));
    queue.running--;
  };
  return (app, id) =>
    new Promise((settle, fail) => {
      const queue = queues.get(app) ?? { waiting: [], running: 0 };
      queues.set(app, queue);
      queue.waiting.push({ id, settle, fail });
      if (queue.waiting.length === 1) setImmediate(() => void work(app, queue));
    });
}
