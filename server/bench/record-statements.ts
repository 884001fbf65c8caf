import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connection } from 'mysql2/promise';
import type { Logger } from 'typeorm';
import { createHttp } from '@server/app';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';

type Value = string | number | null;
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Every statement that the service sends to the database while `send` calls it, in order. */
export async function recordStatements(app: App, send: (baseUrl: string) => Promise<void>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const record = (sql: string, values: readonly Value[] = []) => void statements.push({ sql, values });
  const silent = () => undefined;
  const logger: Logger = {
    logQuery: record,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const server = createServer(createHttp(app, { isStopping: () => false }).callback());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  app.db.source.setOptions({ logging: ['query'], logger });
  try {
    await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    app.db.source.setOptions({ logging: false });
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
  return statements;
}

/** Ids and keys of requests, wherever they stand in a value. */
const names = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/g;
const freshName = (name: string): string =>
  name.length === 64 ? `${newId()}${newId()}`.replace(/-/g, '').slice(0, 64) : newId();

/** Begins, ends and settings of transactions are no statements that a server prepares. */
const isControl = (sql: string): boolean => /^(START|BEGIN|COMMIT|SET)\b/i.test(sql);

/**
 * Sends the recorded statements once more by the raw driver, prepared where that is possible, for somebody else: `known` says
 * whose ids stand in the place of the recorded ones; every other id is a new one, the same wherever it stood.
 */
export async function replayStatements(
  connection: Connection,
  statements: readonly Statement[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const map = new Map(known);
  const renamed = (value: Value): Value =>
    typeof value !== 'string'
      ? value
      : value.replace(names, name => {
          const other = map.get(name) ?? freshName(name);
          map.set(name, other);
          return other;
        });
  for (const { sql, values } of statements)
    if (isControl(sql)) await connection.query(sql);
    else await connection.execute(sql, values.map(renamed));
}
