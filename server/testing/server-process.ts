import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly baseUrl: string;
  /** At once, in the middle of whatever it does, as a crash or a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  databaseUrl: string;
  /** Instant at which its clock starts; without it, the real time. */
  startAt?: string;
  dataDir: string;
  env?: Record<string, string>;
}

/** `server/main.ts` as an operator starts it, on a free port, beside others on the same database. */
export async function startServerProcess({ databaseUrl, startAt, dataDir, env }: Options): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', 'server/main.ts'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      SEED_DEMO: 'off',
      RATE_LIMIT: 'off',
      WORKER: 'elsewhere',
      WEB_ROOT: '/nonexistent',
      ...(startAt ? { DEMO_START_AT: startAt } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  child.stderr.on('data', chunk => (said += String(chunk)));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      said = `${said}${String(chunk)}`.slice(-4000);
      const found = /localhost:(\d+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`the server did not start:\n${said}`)));
  });
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { child, baseUrl: `http://127.0.0.1:${port}`, kill: end('SIGKILL'), stop: end('SIGTERM') };
}
