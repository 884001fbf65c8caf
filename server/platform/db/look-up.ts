import type { App } from '../app';
import { findRowsIn } from './rows';

interface Asked<Row> {
  id: string;
  settle: (row: Row | null) => void;
  fail: (error: unknown) => void;
}

/** As many as one statement asks for. */
const longest = 32;

/**
 * Reads of rows by id that every request makes: those of one turn of the event loop share a statement. A lone one is no later than
 * by itself. Reads what is committed, as each of them alone would.
 */
export function lookUp<Row extends { id: string }>(
  entity: new () => Row,
): (app: App, id: string) => Promise<Row | null> {
  const waiting = new WeakMap<App, Asked<Row>[]>();
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
  return (app, id) =>
    new Promise((settle, fail) => {
      const queue = waiting.get(app) ?? [];
      queue.push({ id, settle, fail });
      if (queue.length > 1) return;
      waiting.set(app, queue);
      setImmediate(() => {
        waiting.delete(app);
        for (let at = 0; at < queue.length; at += longest) void ask(app, queue.slice(at, at + longest));
      });
    });
}
