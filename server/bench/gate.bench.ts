import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { verifyAtGate } from '@contract/gates';
import { decodeBase45 } from '@privilege-code/base45';
import { parseCoseSign1, sigStructure } from '@privilege-code/cose-sign1';
import { createApp } from '@server/app';
import { systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { startServerProcess } from '@server/testing/server-process';
import { benchAdapters } from './bench-adapters';
import { aGateCrowd, type ShownCode } from './gate-crowd';
import { percentile, type Bench, Stopwatch } from './harness';

const clients = 64;
/** Of both: until the compiler has seen enough of them that the parts below run alike. */
const warmUp = 9000;

interface ThrowAwayServer {
  url: string;
  stop(): Promise<void>;
}

async function startDatabase(): Promise<ThrowAwayServer> {
  const file = pathToFileURL(path.resolve('scripts/lib/mariadb.mjs')).href;
  const { startMariadb } = (await import(file)) as { startMariadb(): Promise<ThrowAwayServer> };
  return startMariadb();
}

/** As light as a client can be, so that it takes little of the machine from what is measured. */
const post = (agent: Agent, url: string, token: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const sent = request(url, { method: 'POST', agent, headers }, reply => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (text += chunk));
      reply.once('end', () => resolve(text));
    });
    sent.once('error', reject);
    sent.end(body);
  });

interface Call {
  url: string;
  token: string;
  body: string;
}

/** Every call by one of the clients; answers a second. Every one of them must have been let in. */
async function rush(calls: readonly Call[], watch: Stopwatch): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let next = 0;
  const started = performance.now();
  const client = async () => {
    for (let call = calls[next++]; call !== undefined; call = calls[next++]) {
      const { url, token, body } = call;
      const answer = await watch.time(() => post(agent, url, token, body));
      if (!answer.includes('green')) throw new Error(`not let in: ${answer.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return calls.length / ((performance.now() - started) / 1000);
}

const ourCalls = (baseUrl: string, codes: readonly ShownCode[], tokens: readonly string[]): Call[] =>
  codes.map(({ text }, n) => ({
    url: `${baseUrl}${verifyAtGate.path}`,
    token: tokens[n % tokens.length] ?? '',
    body: JSON.stringify({ code: text, requestId: randomBytes(12).toString('hex') }),
  }));

const bareCalls = (url: string, codes: readonly ShownCode[]): Call[] =>
  codes.map(({ text }) => {
    const { protectedBytes, payload, signature } = parseCoseSign1(decodeBase45(text.slice(4)));
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    const bytes = base64(sigStructure(protectedBytes, payload));
    const replayKey = randomBytes(8).toString('hex');
    return { url, token: '', body: JSON.stringify({ bytes, signature: base64(signature), replayKey }) };
  });

async function startBare(databaseUrl: string, publicJwk: object) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/bench/bare-gate.ts'], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PUBLIC_JWK: JSON.stringify(publicJwk) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const ended = once(child, 'close');
  return {
    url: `http://127.0.0.1:${/localhost:(\d+)/.exec(String(line))?.[1]}/`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export const bench: Bench = async options => {
  const scans = Number(options.get('scans') ?? 6000);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-gate-'));
  const database = await startDatabase();
  try {
    const name = `bench_${randomBytes(4).toString('hex')}`;
    const connection = await createConnection(database.url);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.query(
      `CREATE TABLE ${name}.bare_spent (replay_key VARCHAR(32) PRIMARY KEY, spent_at VARCHAR(24) NOT NULL)`,
    );
    await connection.end();
    const url = `${database.url}/${name}`;
    const config = { ...readConfig({ NODE_ENV: 'test', SEED_DEMO: 'off' }), database: { kind: 'mysql' as const, url } };
    const app = await createApp(config, {
      clock: systemClock,
      log: silentLog,
      adapters: benchAdapters(),
    });
    const server = await startServerProcess({ databaseUrl: url, dataDir: folder });
    const crowd = await aGateCrowd(app, { gates: clients, donors: scans + warmUp });
    const bare = await startBare(url, crowd.publicJwk);
    const warm = await crowd.show(0, warmUp);
    await rush(ourCalls(server.baseUrl, warm, crowd.tokens), new Stopwatch());
    await rush(bareCalls(bare.url, warm), new Stopwatch());
    const shown = await crowd.show(warmUp, scans);
    const [watch, bareWatch] = [new Stopwatch(), new Stopwatch()];
    const [ours, limits]: [number[], number[]] = [[], []];
    // By turns, so that a slow moment of the machine meets both.
    for (let part = 0; part < 3; part++) {
      const share = shown.slice((part * scans) / 3, ((part + 1) * scans) / 3);
      ours.push(await rush(ourCalls(server.baseUrl, share, crowd.tokens), watch));
      limits.push(await rush(bareCalls(bare.url, share), bareWatch));
    }
    await server.stop();
    await bare.stop();
    await app.db.close();
    return {
      name: 'gate',
      unit: 'scans/s',
      ours: percentile(ours, 0.5),
      limit: percentile(limits, 0.5),
      p50: percentile(watch.samples, 0.5),
      p99: percentile(watch.samples, 0.99),
      extra: {
        p95: Number(percentile(watch.samples, 0.95).toPrecision(3)),
        bareP50: Number(percentile(bareWatch.samples, 0.5).toPrecision(3)),
        bareP99: Number(percentile(bareWatch.samples, 0.99).toPrecision(3)),
        clients,
        scans,
      },
    };
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
