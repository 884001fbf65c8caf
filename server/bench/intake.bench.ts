import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createConnection, type Connection } from 'mysql2/promise';
import type { Adapters } from '@server/adapters';
import { createApp } from '@server/app';
import { Donation, importDonations, readLines, surveyIntakeFile } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { systemClock } from '@server/platform/clock';
import { readConfig, type DatabaseConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { inTransaction } from '@server/platform/tx';
import { ensureReferenceData } from '@server/seeds/reference-data';
import { percentile, watchPeakMemory, type Bench } from './harness';

/** A little below what the generator makes on average, so that there are enough. */
const donationsPerDonor = 4.3;
const rowsPerInsert = 500;

interface ThrowAwayServer {
  url: string;
  stop(): Promise<void>;
}

async function startServer(): Promise<ThrowAwayServer> {
  const file = pathToFileURL(path.resolve('scripts/lib/mariadb.mjs')).href;
  const { startMariadb } = (await import(file)) as { startMariadb(): Promise<ThrowAwayServer> };
  return startMariadb();
}

const openApp = (database: DatabaseConfig): Promise<App> =>
  createApp(
    { ...readConfig({ NODE_ENV: 'test', SEED_DEMO: 'off' }), database },
    { clock: systemClock, log: silentLog, adapters: {} as Adapters },
  );

/** In a process of its own, so that the memory measured is that of the import. */
async function writeExport(file: string, rows: number): Promise<void> {
  const donors = String(Math.ceil(rows / donationsPerDonor));
  const seed = ['server/cli/seed.ts', '--donors', donors, '--until', '2026-02-28', '--out', file];
  const child = spawn(process.execPath, ['--import', 'tsx', ...seed], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('the rows of the benchmark could not be made');
}

interface Measured {
  rows: number;
  seconds: number;
  blocks: number[];
}

/** The real import path, file to committed rows: survey, decoding, checks, people, donors, donations, progress. */
async function measureImport(app: App, file: string): Promise<Measured> {
  await inTransaction(app, { actor: systemActor, requestId: 'bench' }, ensureReferenceData);
  const blocks: number[] = [];
  const started = performance.now();
  let last = started;
  const surveyed = await surveyIntakeFile(file);
  const { added, refused } = await importDonations(
    app,
    { source: 'file', label: surveyed.label, contentHash: surveyed.contentHash, lines: readLines(surveyed) },
    {
      onProgress() {
        const now = performance.now();
        blocks.push(now - last);
        last = now;
      },
    },
  );
  if (refused > 0) throw new Error(`${refused} rows of the benchmark were not taken`);
  return { rows: added, seconds: (performance.now() - started) / 1000, blocks };
}

/** The imported donations once more, by prepared statements of five hundred rows through the raw driver. */
async function measureLimit(connection: Connection, app: App): Promise<Measured> {
  await connection.query('CREATE TABLE donation_limit LIKE donation');
  const columns = app.db.source.getMetadata(Donation).columns.map(column => column.databaseName);
  const names = columns.join(', ');
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const blocks: number[] = [];
  let [rows, seconds, after] = [0, 0, ''];
  for (;;) {
    // Reading the rows back is not part of the limit: the clock runs during the inserts alone.
    const [found] = await connection.query(
      { sql: `SELECT ${names} FROM donation WHERE id > ? ORDER BY id LIMIT ${rowsPerInsert * 40}`, rowsAsArray: true },
      [after],
    );
    const part = found as (string | number | null)[][];
    if (part.length === 0) return { rows, seconds, blocks };
    after = String(part.at(-1)?.[columns.indexOf('id')]);
    for (let from = 0; from < part.length; from += rowsPerInsert) {
      const slice = part.slice(from, from + rowsPerInsert);
      const sql = `INSERT INTO donation_limit (${names}) VALUES ${slice.map(() => tuple).join(', ')}`;
      const values = slice.flat();
      const started = performance.now();
      await connection.execute(sql, values);
      blocks.push(performance.now() - started);
      seconds += (blocks.at(-1) ?? 0) / 1000;
      rows += slice.length;
    }
  }
}

const rate = ({ rows, seconds }: Measured): number => rows / seconds;

export const bench: Bench = async options => {
  const rows = Number(options.get('rows') ?? 1_000_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-intake-'));
  const server = await startServer();
  try {
    const file = path.join(folder, 'donations.csv');
    await writeExport(file, rows);
    const name = `bench_${randomBytes(4).toString('hex')}`;
    const connection = await createConnection(server.url);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.query(`USE ${name}`);
    const app = await openApp({ kind: 'mysql', url: `${server.url}/${name}` });
    const memory = watchPeakMemory();
    const ours = await measureImport(app, file);
    const peakRssMb = memory.stop();
    const limit = await measureLimit(connection, app);
    await app.db.close();
    await connection.end();
    const sqlite = await openApp({ kind: 'sqlite', file: path.join(folder, 'register.sqlite') });
    const embedded = await measureImport(sqlite, file);
    await sqlite.db.close();
    return {
      name: 'intake',
      unit: 'rows/s',
      ours: rate(ours),
      limit: rate(limit),
      p50: percentile(ours.blocks, 0.5),
      p99: percentile(ours.blocks, 0.99),
      extra: { rows: ours.rows, peakRssMb, sqliteRowsPerSecond: Math.round(rate(embedded)) },
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
