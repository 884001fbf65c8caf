import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createConnection, type Connection } from 'mysql2/promise';
import { bookAppointment } from '@contract/appointments';
import { createApp } from '@server/app';
import { type Slot } from '@server/features/sites';
import type { App } from '@server/platform/app';
import { systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { startServerProcess } from '@server/testing/server-process';
import { benchAdapters } from './bench-adapters';
import { aCrowd, type CrowdMember } from './booking-crowd';
import { Stopwatch, percentile, type Bench } from './harness';
import { recordStatements, replayStatements, type Statement } from './record-statements';

const clients = 64;
/** Bookings before the clock runs, of each kind: compiled code and prepared statements are what a service has all day. */
const warmUp = 500;

interface ThrowAwayServer {
  url: string;
  stop(): Promise<void>;
}

async function startServer(): Promise<ThrowAwayServer> {
  const file = pathToFileURL(path.resolve('scripts/lib/mariadb.mjs')).href;
  const { startMariadb } = (await import(file)) as { startMariadb(): Promise<ThrowAwayServer> };
  return startMariadb();
}

/** Everybody's turn by `clients` at a time; seconds that it took. */
async function byClients<T>(items: readonly T[], step: (item: T, client: number) => Promise<void>): Promise<number> {
  let next = 0;
  const started = performance.now();
  const client = async (number: number) => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await step(item, number);
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return (performance.now() - started) / 1000;
}

/** As light as a client can be, so that it takes little of the machine from what is measured. */
const post = (agent: Agent, baseUrl: string, { token, slotId }: Booking): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ slotId, type: 'whole_blood' });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
      'idempotency-key': randomBytes(12).toString('hex'),
    };
    const sent = request(`${baseUrl}${bookAppointment.path}`, { method: 'POST', agent, headers }, reply => {
      reply.resume();
      reply.once('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body);
  });

interface Booking extends CrowdMember {
  readonly slotId: string;
}

const assign = (people: readonly CrowdMember[], slots: readonly Slot[]): Booking[] =>
  people.map((person, n) => ({ ...person, slotId: slots[n % slots.length]?.id ?? '' }));

async function throughHttp(baseUrls: readonly string[], bookings: readonly Booking[], watch: Stopwatch) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let booked = 0;
  const seconds = await byClients(bookings, async (booking, client) => {
    const status = await watch.time(() => post(agent, baseUrls[client % baseUrls.length] ?? '', booking));
    if (status === 200) booked++;
    else if (status !== 409) throw new Error(`a booking was answered with ${status}`);
  });
  agent.destroy();
  return { booked, perSecond: booked / seconds };
}

async function byDriver(
  connections: readonly Connection[],
  statements: readonly Statement[],
  sample: Booking,
  bookings: readonly Booking[],
  constant: readonly string[],
): Promise<number> {
  const seconds = await byClients(bookings, async (booking, client) => {
    const connection = connections[client];
    if (!connection) throw new Error('one connection a client');
    const pairs = (['personId', 'sessionId', 'accountId', 'slotId'] as const).map(
      name => [sample[name], booking[name]] as const,
    );
    const known = new Map([...pairs, ...constant.map(id => [id, id] as const)]);
    for (let attempt = 1; ; attempt++)
      try {
        return await replayStatements(connection, statements, known);
      } catch (error) {
        if (attempt > 8 || !isConflict(error)) throw error;
        await connection.query('ROLLBACK');
      }
  });
  return bookings.length / seconds;
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'errno' in error && [1213, 1205].includes(Number(error.errno));

/** What stands in the tables after the rush against what was answered. */
async function count(connection: Connection, slots: readonly Slot[]) {
  const ids = slots.map(({ id }) => `'${id}'`).join(',');
  const one = async (sql: string) => {
    const [rows] = await connection.query({ sql, rowsAsArray: true });
    return Number((rows as unknown[][])[0]?.[0] ?? 0);
  };
  return {
    booked: await one(`SELECT SUM(booked) FROM slot WHERE id IN (${ids})`),
    rows: await one(`SELECT COUNT(*) FROM appointment WHERE state = 'booked' AND slot_id IN (${ids})`),
    oversold: await one(
      `SELECT COALESCE(SUM(booked - capacity), 0) FROM slot WHERE booked > capacity AND id IN (${ids})`,
    ),
  };
}

async function openApp(url: string): Promise<App> {
  const config = { ...readConfig({ NODE_ENV: 'test', SEED_DEMO: 'off' }), database: { kind: 'mysql' as const, url } };
  return createApp(config, {
    clock: systemClock,
    log: silentLog,
    adapters: benchAdapters(),
  });
}

export const bench: Bench = async options => {
  const people = Number(options.get('bookings') ?? 2000);
  const processes = Number(options.get('servers') ?? 1);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-booking-'));
  const database = await startServer();
  try {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    const connections = await Promise.all(Array.from({ length: clients }, () => createConnection(database.url)));
    const [first] = connections;
    if (!first) throw new Error('no connection');
    await first.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    for (const connection of connections) await connection.query(`USE ${name}`);
    const url = `${database.url}/${name}`;
    const app = await openApp(url);
    // Of each kind: for HTTP, for the driver, and one to record.
    const crowd = await aCrowd(app, people * 4 + clients * 4 + warmUp * 2 + 1);
    const take = (n: number) => crowd.people.slice(1 + n * people, 1 + (n + 1) * people);
    const [sample] = assign(crowd.people.slice(0, 1), crowd.recorded);
    if (!sample) throw new Error('nobody');
    const statements = await recordStatements(app, async baseUrl => {
      const { booked } = await throughHttp([baseUrl], [sample], new Stopwatch());
      if (booked !== 1) throw new Error('the recorded booking was refused');
    });
    if (options.has('show')) for (const { sql } of statements) console.log(sql);
    await app.db.close();

    const servers = [];
    for (let n = 0; n < processes; n++) servers.push(await startServerProcess({ databaseUrl: url, dataDir: folder }));
    const urls = servers.map(({ baseUrl }) => baseUrl);
    const constant = [crowd.siteId, crowd.stationId];
    const idle = crowd.people.slice(-2 * warmUp);
    await throughHttp(urls, assign(idle.slice(0, warmUp), crowd.warm), new Stopwatch());
    const watch = new Stopwatch();
    const spread = await throughHttp(urls, assign(take(0), crowd.spread), watch);
    const hot = await throughHttp(urls, assign(take(1), crowd.hot), watch);
    const last = await throughHttp(
      urls,
      assign(crowd.people.slice(1 + 4 * people, 1 + 4 * people + clients * 4), crowd.last),
      new Stopwatch(),
    );
    const after = await count(first, [...crowd.spread, ...crowd.hot, ...crowd.last]);
    for (const server of servers) await server.stop();
    await byDriver(connections, statements, sample, assign(idle.slice(warmUp), crowd.warm), constant);
    const spreadLimit = await byDriver(connections, statements, sample, assign(take(2), crowd.spreadLimit), constant);
    const hotLimit = await byDriver(connections, statements, sample, assign(take(3), crowd.hotLimit), constant);
    for (const connection of connections) await connection.end();

    const [ratioSpread, ratioHot] = [spread.perSecond / spreadLimit, hot.perSecond / hotLimit];
    const spreadIsWorse = ratioSpread <= ratioHot;
    const answered = spread.booked + hot.booked + last.booked;
    return {
      name: 'booking',
      unit: 'bookings/s',
      // The worse of the two.
      ours: spreadIsWorse ? spread.perSecond : hot.perSecond,
      limit: spreadIsWorse ? spreadLimit : hotLimit,
      p50: percentile(watch.samples, 0.5),
      p99: percentile(watch.samples, 0.99),
      must: { ratio: 0.4, zero: ['oversold', 'lost'] },
      extra: {
        p95: Math.round(percentile(watch.samples, 0.95)),
        spread: `${Math.round(spread.perSecond)} of ${Math.round(spreadLimit)}`,
        hot: `${Math.round(hot.perSecond)} of ${Math.round(hotLimit)}`,
        ratioSpread: Number(ratioSpread.toPrecision(3)),
        ratioHot: Number(ratioHot.toPrecision(3)),
        statements: statements.length,
        bookings: answered,
        oversold: after.oversold,
        lost: Math.abs(answered - after.rows) + Math.abs(after.booked - after.rows),
      },
    };
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
