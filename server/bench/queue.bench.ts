import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { queuePushPath, type ServerMessage } from '@contract/queue-push';
import { callVisit, getMyVisit, getQueueTicket, moveVisit } from '@contract/visits';
import { aHall, aWard, type QueuedDonor } from '@server/testing/builders/visits';
import { clientOf, startTestApp, testStart } from '@server/testing/test-app';
import { percentile, type Bench } from './harness';

const desk = '登记台';
const pollEveryMs = 5000;

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

/** The real server in a process of its own. */
async function startServer(dataDir: string): Promise<Server> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    SEED_DEMO: 'off',
    RATE_LIMIT: 'off',
    PORT: '0',
    DEMO_START_AT: testStart,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      const found = /"server\.started".*?"port":(\d+)|localhost:(\d+)/.exec(said);
      if (found) resolve(found[1] ?? found[2] ?? '');
    });
    child.once('close', () => reject(new Error('the server of the benchmark did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, child };
}

/** Two halls alike at two sites: the second is not shorter by those whom the first has called. */
async function fillHalls(dataDir: string, count: number) {
  const test = await startTestApp({ database: { kind: 'sqlite', file: path.join(dataDir, 'service.sqlite') } });
  const fill = async () => {
    const ward = await aWard(test);
    return { nurse: ward.nurse, donors: await aHall(test, ward, count) };
  };
  const halls = { push: await fill(), poll: await fill() };
  await test.close();
  return halls;
}

async function cpuSeconds({ url }: Server): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

interface Hall {
  readonly server: Server;
  readonly donors: readonly QueuedDonor[];
  readonly nurse: string;
  readonly calls: number;
}

/** A call every second; before it, whoever was called last goes on to the next stage. Answers when each call was asked for. */
async function callEverySecond({ server, nurse, calls }: Hall, called: (visitId: string, at: number) => void) {
  const client = clientOf(server.url);
  const started = performance.now();
  let last: string | undefined;
  for (let n = 0; n < calls; n++) {
    await wait(Math.max(0, started + n * 1000 - performance.now()));
    if (last) await client.get(moveVisit, { visitId: last, move: 'finish' }, { as: nurse });
    const at = performance.now();
    const { id } = await client.get(callVisit, { desk, stage: 'register' }, { as: nurse });
    called(id, at);
    last = id;
  }
  await wait(Math.max(0, started + calls * 1000 - performance.now()));
  return (performance.now() - started) / 60_000;
}

interface Cost {
  readonly perDonorMinute: number;
  readonly cpuPercent: number;
  readonly deliveries: readonly number[];
}

interface Phone {
  readonly socket: WebSocket;
  readonly heardCall: Promise<number>;
}

async function pushed(hall: Hall): Promise<Cost & { readonly connecting: number; readonly messages: number }> {
  const { server, donors } = hall;
  const client = clientOf(server.url);
  let messages = 0;
  let requests = 0;
  const connect = async ({ token }: QueuedDonor): Promise<Phone> => {
    requests += 1;
    const { ticket } = await client.get(getQueueTicket, {}, { as: token });
    const socket = new WebSocket(server.url.replace('http', 'ws') + queuePushPath);
    let version = 1;
    const first = once(socket, 'message');
    const heardCall = new Promise<number>(resolve => {
      socket.on('message', data => {
        messages += 1;
        const message = JSON.parse((data as Buffer).toString()) as ServerMessage;
        if (message.type !== 'visit') return;
        if (message.state === 'called') resolve(performance.now());
        // As the phone does: a move of the own visit changes the words too.
        if (message.version > version) {
          version = message.version;
          requests += 1;
          void client.get(getMyVisit, {}, { as: token });
        }
      });
    });
    await once(socket, 'open');
    socket.send(JSON.stringify({ v: 1, type: 'visit', ticket }));
    await first;
    return { socket, heardCall };
  };
  const phones = new Map<string, Phone>();
  for (let from = 0; from < donors.length; from += 50) {
    const some = donors.slice(from, from + 50);
    const connected = await Promise.all(some.map(connect));
    some.forEach(({ visitId }, n) => connected[n] && phones.set(visitId, connected[n]));
  }
  const connecting = messages + requests;
  [messages, requests] = [0, 0];
  const cpu = await cpuSeconds(server);
  const asked = new Map<string, number>();
  const minutes = await callEverySecond(hall, (visitId, at) => asked.set(visitId, at));
  const deliveries = await Promise.all(
    [...asked].map(async ([visitId, at]) => ((await phones.get(visitId)?.heardCall) ?? NaN) - at),
  );
  const used = (await cpuSeconds(server)) - cpu;
  for (const { socket } of phones.values()) socket.terminate();
  return {
    perDonorMinute: (messages + requests) / donors.length / minutes,
    cpuPercent: (used / minutes / 60) * 100,
    deliveries,
    connecting,
    messages,
  };
}

/** The same hall without a socket: every phone asks every five seconds, each beginning at a moment of its own. */
async function polled(hall: Hall): Promise<Cost> {
  const { server, donors } = hall;
  const client = clientOf(server.url);
  const asked = new Map<string, number>();
  const deliveries: number[] = [];
  let requests = 0;
  let over = false;
  const cpu = await cpuSeconds(server);
  const poll = async ({ token, visitId }: QueuedDonor, n: number) => {
    let since: string | undefined;
    let told = false;
    for (let due = performance.now() + (n / donors.length) * pollEveryMs; ; due += pollEveryMs) {
      await wait(Math.max(0, due - performance.now()));
      if (over) return;
      requests += 1;
      const answer = await client.get(getMyVisit, { since }, { as: token });
      since = answer.tag;
      const at = asked.get(visitId);
      if (at !== undefined && !told && answer.visit && answer.visit.version > 1) {
        told = true;
        deliveries.push(performance.now() - at);
      }
    }
  };
  const polling = donors.map(poll);
  const minutes = await callEverySecond(hall, (visitId, at) => asked.set(visitId, at));
  over = true;
  const counted = requests;
  const used = (await cpuSeconds(server)) - cpu;
  await Promise.all(polling);
  return {
    perDonorMinute: counted / donors.length / minutes,
    cpuPercent: (used / minutes / 60) * 100,
    deliveries,
  };
}

export const bench: Bench = async options => {
  const count = Number(options.get('donors') ?? 1000);
  const calls = Number(options.get('seconds') ?? 60);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-queue-'));
  let server: Server | undefined;
  try {
    const halls = await fillHalls(folder, count);
    server = await startServer(folder);
    const push = await pushed({ server, calls, ...halls.push });
    const poll = await polled({ server, calls, ...halls.poll });
    return {
      name: 'queue',
      unit: 'exchanges/donor-minute',
      ours: poll.perDonorMinute,
      limit: push.perDonorMinute,
      p50: percentile(push.deliveries, 0.5),
      p99: percentile(push.deliveries, 0.99),
      must: { ratio: 20 },
      extra: {
        oursMeans: 'requests per donor-minute when every phone polls each 5 s',
        limitMeans: 'messages and requests per donor-minute with push',
        p50p99Mean: 'ms from the call to the phone of whoever is called',
        donors: count,
        seconds: calls,
        pushMessagesPerDonorMinute: Number((push.messages / count / (calls / 60)).toFixed(3)),
        connectExchangesPerDonor: Number((push.connecting / count).toFixed(2)),
        serverCpuPercentPush: Math.round(push.cpuPercent),
        serverCpuPercentPoll: Math.round(poll.cpuPercent),
        polledCallP50Ms: Math.round(percentile(poll.deliveries, 0.5)),
        polledCallP99Ms: Math.round(percentile(poll.deliveries, 0.99)),
      },
    };
  } finally {
    if (server) {
      server.child.kill('SIGTERM');
      await once(server.child, 'close');
    }
    await rm(folder, { recursive: true, force: true });
  }
};
