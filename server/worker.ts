import 'reflect-metadata';
import { openAdapters } from '@server/adapters';
import { createApp } from '@server/app';
import { systemClock } from '@server/platform/clock';
import { ConfigError, readConfig } from '@server/platform/config';
import { jsonLog } from '@server/platform/log';
import { startWorker } from '@server/platform/outbox/drain';

/** Drains the outbox in a process of its own; any number may run beside each other. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // Simulators live in one process: those of this one would know none of the people whom the server's know.
  if (config.simulators)
    throw new ConfigError([
      'SIMULATORS must be off for a worker of its own; with simulators the server drains the outbox',
    ]);
  const log = jsonLog(line => process.stdout.write(`${line}\n`));
  const adapters = await openAdapters(config, systemClock);
  const app = await createApp(config, { clock: systemClock, log, adapters });
  const worker = startWorker(app);
  log.info('worker.started');
  const stop = async () => {
    await worker.stop();
    await app.db.close();
    await adapters.close();
    log.info('worker.stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'cannot start'}\n`);
  // An open database would keep a process alive that serves nothing; whoever started it must see that it ended.
  process.exit(1);
});
