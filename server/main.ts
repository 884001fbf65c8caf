import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { openAdapters } from '@server/adapters';
import { createApp, createHttp, servePush } from '@server/app';
import { clockStartingAt, systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { gatherLines, jsonLog } from '@server/platform/log';
import { startWorker } from '@server/platform/outbox/drain';
import { seedDemo } from '@server/seeds/seed-demo';

/** Time that requests in hand get to finish after SIGTERM. */
const graceMilliseconds = 10_000;

const tidyMilliseconds = 100;

/** Longer than balancers keep an idle connection: whoever closes first must be the one that sends requests on it. */
const idleMilliseconds = 75_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const lines = gatherLines(text => process.stdout.write(text));
  process.once('exit', lines.flush);
  const log = jsonLog(lines.add);
  const clock = config.startAt ? clockStartingAt(config.startAt) : systemClock;
  const adapters = await openAdapters(config, clock);
  const app = await createApp(config, { clock, log, adapters });
  if (config.seedDemo) await seedDemo(app);
  let stopping = false;
  const koa = createHttp(app, { isStopping: () => stopping });
  const server = createServer(koa.callback());
  server.keepAliveTimeout = idleMilliseconds;
  const push = servePush(app, server);
  // Browsers open connections before they need them; node takes one that has not asked for anything as busy.
  const open = new Set<Socket>();
  server.on('connection', socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve));
  const worker = config.workerInProcess ? startWorker(app) : undefined;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info('server.stopping');
    // First: an open push connection would keep the server from closing.
    await push.stop();
    const closed = new Promise(resolve => server.close(resolve));
    // A connection whose request is answered meanwhile would wait for the next one.
    const tidying = setInterval(() => server.closeIdleConnections(), tidyMilliseconds);
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    const deadline = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    await closed;
    clearTimeout(deadline);
    clearInterval(tidying);
    await worker?.stop();
    await app.db.close();
    await adapters.close();
    log.info('server.stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

  // Last: whoever reads this line may already tell the process to stop.
  const { port } = server.address() as AddressInfo;
  log.info('server.started', { port });
  process.stdout.write(`浙江无偿献血公众服务: http://localhost:${port}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'cannot start'}\n`);
  // An open database would keep a process alive that serves nothing; whoever started it must see that it ended.
  process.exit(1);
});
