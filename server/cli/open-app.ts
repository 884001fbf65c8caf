import type { Adapters } from '@server/adapters';
import { createApp } from '@server/app';
import type { App } from '@server/platform/app';
import { systemClock } from '@server/platform/clock';
import { readConfig } from '@server/platform/config';
import { jsonLog } from '@server/platform/log';

/** The command line works on the register alone; whoever asks an outside system from here has made a mistake. */
const noAdapters = new Proxy({} as Adapters, {
  get(_target, name) {
    if (name === 'then') return undefined;
    throw new Error(`the command line has no adapter ${String(name)}`);
  },
});

/** The application over the configured database, without a server. Close its database at the end. */
export const openApp = (): Promise<App> =>
  createApp(readConfig(process.env), {
    clock: systemClock,
    log: jsonLog(line => process.stderr.write(`${line}\n`)),
    adapters: noAdapters,
  });
