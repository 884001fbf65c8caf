import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoint, InputDraft, Output, RefusalCode, AnyEndpoint } from '@contract/endpoint';
import type { Adapters } from '@server/adapters';
import { createApp, createHttp, servePush } from '@server/app';
import type { App } from '@server/platform/app';
import { settableClock, type SettableClock } from '@server/platform/clock';
import { readConfig, type DatabaseConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { drainOutbox } from '@server/platform/outbox/drain';
import { inTransaction, type Tx } from '@server/platform/tx';
import { systemActor } from '@server/platform/actor';
import { MemoryStorage } from './memory-storage';
import { emptyingOf, takeTestDatabase } from './test-database';

export type Answer<E extends AnyEndpoint> =
  | { ok: true; status: number; value: Output<E> }
  | { ok: false; status: number; code: RefusalCode<E> | 'DEFECT'; details: Record<string, unknown>; requestId: string };

interface CallOptions {
  /** Access token of a session. */
  as?: string;
  headers?: Record<string, string>;
}

export interface TestApp {
  readonly app: App;
  readonly clock: SettableClock;
  readonly baseUrl: string;
  call<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>, options?: CallOptions): Promise<Answer<E>>;
  /** The value of a call that is expected to work; throws with the refusal otherwise. */
  get<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>, options?: CallOptions): Promise<Output<E>>;
  /** Sends anything at all, for tests of bad input. */
  send(
    endpoint: Pick<Endpoint, 'method' | 'path'>,
    raw: unknown,
    options?: CallOptions,
  ): Promise<{ status: number; body: unknown }>;
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Does all outbox work that is due. */
  drain(): Promise<void>;
  /** As it was at the start: no rows, and the clock in the morning. Far quicker than another server. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** Morning of an ordinary Thursday in Hangzhou. */
export const testStart = '2026-03-05T01:00:00.000Z';

const listen = (server: Server) =>
  new Promise<number>(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

const query = (raw: unknown): string => {
  const entries = Object.entries((raw ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return entries.length === 0
    ? ''
    : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()}`;
};

/** Calls the service over HTTP the way any client does. */
export function clientOf(baseUrl: string): Pick<TestApp, 'call' | 'get' | 'send'> {
  const send: TestApp['send'] = async (endpoint, raw, options = {}) => {
    const headers: Record<string, string> = { 'content-type': 'application/json', ...options.headers };
    if (options.as) headers.authorization = `Bearer ${options.as}`;
    const get = endpoint.method === 'GET';
    const reply = await fetch(`${baseUrl}${endpoint.path}${get ? query(raw) : ''}`, {
      method: endpoint.method,
      headers,
      body: get ? undefined : typeof raw === 'string' ? raw : JSON.stringify(raw),
    });
    return { status: reply.status, body: (await reply.json()) as unknown };
  };
  const call: TestApp['call'] = async (endpoint, input, options) => {
    const { status, body } = await send(endpoint, input, options);
    return (status === 200 ? { ok: true, status, value: body } : { ok: false, status, ...(body as object) }) as Answer<
      typeof endpoint
    >;
  };
  return {
    send,
    call,
    async get(endpoint, input, options) {
      const answer = await call(endpoint, input, options);
      if (!answer.ok) throw new Error(`${endpoint.name} refused: ${answer.code} ${JSON.stringify(answer.details)}`);
      return answer.value;
    },
  };
}

interface Options {
  /** Ports that the test answers itself; a call to any other fails the test. */
  adapters?: Partial<Adapters>;
  rateLimit?: boolean;
  log?: App['log'];
  /** One that the test keeps, for a server that is started again; else a fresh one. */
  database?: DatabaseConfig;
}

const noAdapters = (given: Partial<Adapters>): Adapters =>
  new Proxy({ close: async () => undefined, objectStorage: new MemoryStorage(), ...given } as Adapters, {
    get(target, name) {
      const port = Reflect.get(target, name) as unknown;
      if (port === undefined && typeof name === 'string' && name !== 'then')
        throw new Error(`this test has no adapter ${name}`);
      return port;
    },
  });

/** The whole server on a free port over an empty database of its own: SQLite in memory, or MariaDB with TEST_DB=mariadb. */
export async function startTestApp(options: Options = {}): Promise<TestApp> {
  const database = options.database
    ? { config: options.database, giveBack: async () => undefined }
    : await takeTestDatabase();
  const clock = settableClock(testStart);
  const config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', SEED_DEMO: 'off', RATE_LIMIT: options.rateLimit ? 'on' : 'off' }),
    database: database.config,
    publicUrl: 'http://service.test',
    webRoot: '/nonexistent',
  };
  const app = await createApp(config, {
    clock,
    log: options.log ?? silentLog,
    adapters: noAdapters(options.adapters ?? {}),
  });
  const server = createServer(createHttp(app, { isStopping: () => false }).callback());
  // A busy machine may need longer between two calls than the five seconds after which Node closes an idle connection.
  server.keepAliveTimeout = 60_000;
  const push = servePush(app, server);
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  return {
    app,
    clock,
    baseUrl,
    ...clientOf(baseUrl),
    inTransaction: work => inTransaction(app, { actor: systemActor, requestId: 'test' }, work),
    async drain() {
      while ((await drainOutbox(app)) > 0);
    },
    async empty() {
      const tables = app.db.source.entityMetadatas.map(({ tableName }) => tableName);
      await inTransaction(app, { actor: systemActor, requestId: 'test' }, async tx => {
        for (const table of tables) await tx.em.query(emptyingOf(table, tx.em.connection.driver.escape(table)));
      });
      clock.set(testStart);
    },
    async close() {
      await push.stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await app.db.close();
      await database.giveBack();
    },
  };
}
