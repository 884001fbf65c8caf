import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { createConnection, type Connection } from 'mysql2/promise';
import { createApp } from '@server/app';
import { replayCases } from '@server/features/waivers';
import type { App } from '@server/platform/app';
import { systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { benchAdapters } from './bench-adapters';
import { percentile, watchPeakMemory, type Bench } from './harness';
import { writeCases } from './waiver-cases';
import { measureDesks } from './waiver-desks';

/** Waivers that the province had rendered when the system was written about. */
const historicalCases = 125_300;
const casesPerDonor = 2.5;
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

const openApp = (url: string): Promise<App> =>
  createApp(
    { ...readConfig({ NODE_ENV: 'test', SEED_DEMO: 'off' }), database: { kind: 'mysql', url } },
    { clock: systemClock, log: silentLog, adapters: benchAdapters() },
  );

const numberOf = async (connection: Connection, sql: string): Promise<number> => {
  const [rows] = await connection.query({ sql, rowsAsArray: true });
  return Number((rows as unknown[][])[0]?.[0] ?? 0);
};

/** The path of an operator: file to committed lines of the ledger; the rules decide each case. */
async function measureReplay(app: App, file: string, cases: number) {
  const batches: number[] = [];
  const memory = watchPeakMemory();
  let peakAtTenth = 0;
  const started = performance.now();
  let last = started;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  const sums = await replayCases(app, lines, ({ read }) => {
    const now = performance.now();
    batches.push(now - last);
    last = now;
    // What a tenth of the file needed, to compare the peak with.
    if (peakAtTenth === 0 && read >= cases / 10) peakAtTenth = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  });
  const seconds = (performance.now() - started) / 1000;
  return { sums, seconds, batches, peakRssMb: memory.stop(), peakAtTenth };
}

/** The same lines once more in the order of writing, by prepared statements of five hundred rows through the raw driver. */
async function measureLimit(connection: Connection): Promise<{ rows: number; seconds: number }> {
  await connection.query('CREATE TABLE ledger_limit LIKE waiver_ledger');
  await connection.query('ALTER TABLE waiver_ledger ADD INDEX ix_bench (at, donor_id, turn, ordinal)');
  const [moments] = await connection.query({
    sql: 'SELECT DISTINCT at FROM waiver_ledger ORDER BY at',
    rowsAsArray: true,
  });
  const tuple = `(${'?, '.repeat(14)}?)`;
  let [rows, seconds] = [0, 0];
  let waiting: unknown[][] = [];
  const insert = async (part: unknown[][]) => {
    const sql = `INSERT INTO ledger_limit VALUES ${part.map(() => tuple).join(', ')}`;
    const values = part.flat() as (string | number | null)[];
    const started = performance.now();
    await connection.execute(sql, values);
    seconds += (performance.now() - started) / 1000;
    rows += part.length;
  };
  for (const [at] of moments as unknown[][]) {
    // Reading the rows back is not part of the limit: the clock runs during the inserts alone.
    const sql = 'SELECT * FROM waiver_ledger WHERE at = ? ORDER BY donor_id, turn, ordinal';
    const [found] = await connection.query({ sql, rowsAsArray: true }, [at]);
    waiting.push(...(found as unknown[][]));
    for (; waiting.length >= rowsPerInsert; waiting = waiting.slice(rowsPerInsert))
      await insert(waiting.slice(0, rowsPerInsert));
  }
  if (waiting.length > 0) await insert(waiting);
  return { rows, seconds };
}

export const bench: Bench = async options => {
  const cases = Number(options.get('cases') ?? historicalCases);
  const decisions = Number(options.get('decisions') ?? 1500);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-waiver-'));
  const server = await startServer();
  try {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    const connection = await createConnection(server.url);
    for (const database of [name, `${name}_desks`])
      await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.query(`USE ${name}`);
    const app = await openApp(`${server.url}/${name}`);
    const file = path.join(folder, 'cases.csv');
    await writeCases(app, file, { donors: Math.ceil(cases / casesPerDonor), cases });
    const ours = await measureReplay(app, file, cases);
    const postings = await numberOf(connection, 'SELECT COUNT(*) FROM waiver_ledger');
    const spent = await numberOf(connection, "SELECT COUNT(DISTINCT claim_id) FROM waiver_ledger WHERE kind = 'spend'");
    const limit = await measureLimit(connection);
    const faults = await app.db.read(em => ledgerFaults(em));
    // Historical cases stand in the ledger alone.
    const real = faults.filter(fault => !fault.startsWith('lines of a claim that is not there'));
    const again = createInterface({ input: createReadStream(file, { end: 200_000 }), crlfDelay: Infinity });
    const repeated = await replayCases(app, again);
    await app.db.close();
    await connection.end();
    const desks = await measureDesks(`${server.url}/${name}_desks`, decisions);
    return {
      name: 'waiver',
      unit: 'postings/s',
      ours: postings / ours.seconds,
      limit: limit.rows / limit.seconds,
      p50: percentile(ours.batches, 0.5),
      p99: percentile(ours.batches, 0.99),
      extra: {
        ...{ cases: ours.sums.read, posted: ours.sums.posted, notCovered: ours.sums.notCovered, postings },
        casesPerSecond: Math.round(ours.sums.read / ours.seconds),
        ...{ peakRssMb: ours.peakRssMb, rssAtTenthMb: ours.peakAtTenth },
        lost: Math.abs(ours.sums.posted - spent),
        ...{ faults: real.length, postedTwice: repeated.posted },
        decisionsPerSecond: Math.round(desks.perSecond),
        decisionP50: Math.round(percentile(desks.watch.samples, 0.5)),
        decisionP99: Math.round(percentile(desks.watch.samples, 0.99)),
      },
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
