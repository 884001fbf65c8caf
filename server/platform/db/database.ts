import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type EntityManager, type MigrationInterface } from 'typeorm';
import type { DatabaseConfig } from '../config';
import { isRetryable } from './errors';
import { SnakeNaming } from './naming';
import { preparingDriver } from './prepared';

type Class<T = object> = new () => T;

export interface Database {
  readonly kind: 'sqlite' | 'mysql';
  readonly source: DataSource;
  /** Runs `work` in one transaction; repeats the whole of it when the database asks for that, so it may run more than once. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
  /** Reads outside a transaction. */
  read<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const attempts = 8;

/** MariaDB and MySQL need different TypeORM drivers; the server itself says which it is. */
async function serverType(url: string): Promise<'mariadb' | 'mysql'> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return JSON.stringify(rows).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

async function optionsFor(
  config: DatabaseConfig,
  entities: Class[],
  migrations: Class<MigrationInterface>[],
): Promise<DataSourceOptions> {
  const common = { entities, migrations, synchronize: false, migrationsRun: false, namingStrategy: new SnakeNaming() };
  if (config.kind === 'mysql')
    return {
      ...common,
      type: await serverType(config.url),
      url: config.url,
      driver: preparingDriver,
      poolSize: 24,
      charset: 'utf8mb4_bin',
      // Counts and money stay numbers; instants and dates are text.
      supportBigNumbers: true,
    };
  if (config.file !== ':memory:') mkdirSync(path.dirname(config.file), { recursive: true });
  return {
    ...common,
    type: 'better-sqlite3',
    database: config.file,
    prepareDatabase: (db: { pragma(text: string): unknown }) => {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = NORMAL');
      db.pragma('busy_timeout = 5000');
    },
  };
}

/** One at a time, in order of asking: SQLite has one connection, and interleaved transactions on it would be one transaction. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return work => {
    const next = tail.then(work);
    tail = next.catch(() => undefined);
    return next;
  };
}

/**
 * A second one inside the first would wait for itself for ever, so it is refused. Only on SQLite, on which every path is tested: the
 * storage makes each promise of the process dearer, and a server with many connections does not wait.
 */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  const inTurn = queue();
  const busy = new AsyncLocalStorage<true>();
  return work => {
    if (busy.getStore()) throw new Error('a transaction or read is open already: use its entity manager');
    return inTurn(() => busy.run(true, work));
  };
}

export async function openDatabase(
  config: DatabaseConfig,
  entities: Class[],
  migrations: Class<MigrationInterface>[],
): Promise<Database> {
  const source = await new DataSource(await optionsFor(config, entities, migrations)).initialize();
  const guarded = config.kind === 'sqlite' ? oneByOne() : <T>(work: () => Promise<T>) => work();
  const once = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    // MySQL: READ COMMITTED, which `prepared.ts` sets with the connection.
    guarded(() => source.transaction(work));
  return {
    kind: config.kind,
    source,
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt >= attempts || !isRetryable(error)) throw error;
          await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
        }
      }
    },
    read: work => guarded(() => work(source.manager)),
    close: () => source.destroy(),
  };
}
