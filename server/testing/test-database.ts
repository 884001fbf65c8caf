import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseConfig } from '@server/platform/config';

export interface TestDatabase {
  readonly config: DatabaseConfig;
  /** Empties it for the next test. */
  giveBack(): Promise<void>;
}

const migrationsFolder = path.join(__dirname, '../migrations');

/** Databases with other migrations are never taken: the server may be one that lives longer than a test run. */
function schemaVersion(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder).sort())
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(path.join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

const pool = 'test_databases';

async function withServer<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: url, multipleStatements: true });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

async function takeFree(connection: Connection, version: string): Promise<string | undefined> {
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${pool}; CREATE TABLE IF NOT EXISTS ${pool}.free (name varchar(64) PRIMARY KEY, version varchar(12))`,
  );
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT name FROM ${pool}.free WHERE version = ?`, [version]);
  for (const { name } of rows as { name: string }[]) {
    // Whoever deletes the row has it.
    const [gone] = await connection.query(`DELETE FROM ${pool}.free WHERE name = ?`, [name]);
    if ('affectedRows' in gone && gone.affectedRows === 1) return name;
  }
  return undefined;
}

/** Rows that a migration wrote stay; a test that empties its database finds it as it was after the migrations. */
const OF_MIGRATIONS: Readonly<Record<string, string>> = { organization: "code = 'OUT-OF-PROVINCE'" };

export function emptyingOf(table: string, quoted: string): string {
  const kept = OF_MIGRATIONS[table];
  return `DELETE FROM ${quoted}${kept === undefined ? '' : ` WHERE NOT (${kept})`}`;
}

async function empty(connection: Connection, name: string): Promise<void> {
  const [tables] = await connection.query<RowDataPacket[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> 'migrations'",
    [name],
  );
  const deletes = (tables as { name: string }[]).map(table => emptyingOf(table.name, `\`${name}\`.\`${table.name}\``));
  await connection.query(deletes.join(';'));
}

/**
 * A database without rows: SQLite in memory, or one of MariaDB with TEST_DB=mariadb. There, a hundred migrations take longer
 * than most tests, so a database that a test gave back is emptied and used again.
 */
export async function takeTestDatabase(): Promise<TestDatabase> {
  const url = process.env.TEST_DB_URL;
  if (process.env.TEST_DB !== 'mariadb' || !url)
    return { config: { kind: 'sqlite', file: ':memory:' }, giveBack: async () => undefined };
  const version = schemaVersion();
  const name = await withServer(url, async connection => {
    const free = await takeFree(connection, version);
    if (free !== undefined) return free;
    const made = `test_${randomBytes(6).toString('hex')}`;
    await connection.query(`CREATE DATABASE ${made} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    return made;
  });
  return {
    config: { kind: 'mysql', url: `${url.replace(/\/$/, '')}/${name}` },
    giveBack: () =>
      withServer(url, async connection => {
        await empty(connection, name);
        await connection.query(`INSERT INTO ${pool}.free (name, version) VALUES (?, ?)`, [name, version]);
      }),
  };
}
