import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Service {
  readonly baseUrl: string;
  /** Everything the server has printed: one-line JSON logs. */
  output(): string;
  /** Milliseconds since 1970 by the clock of the service. */
  millis(): number;
  /** Stops, works on the data folder, and goes on at the same address with the same data from another time on. */
  goOnAt(startAt: string, meanwhile?: (folder: string) => void): Promise<void>;
  stop(): Promise<void>;
}

const started = /http:\/\/localhost:(\d+)/;

function waitForPort(child: ChildProcess, read: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not start:\n${read()}`)), 90_000);
    const look = () => {
      const port = started.exec(read())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', look);
    child.once('exit', code => reject(new Error(`the server ended with ${code}:\n${read()}`)));
  });
}

interface ServiceOptions {
  env?: Record<string, string>;
  /** Work on the data folder before the server starts. */
  prepare?(folder: string): void;
}

/** Morning of an ordinary Thursday: sites are open, whatever the time at which the journeys run. */
export const journeyStart = '2026-03-05T01:00:00.000Z';

/** A command line tool of the service on the same data folder; answers what it printed. */
export const runTool = (folder: string, script: string, args: readonly string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The server as `npm start` runs it: demonstration people, simulators, a database of its own in a temporary folder. */
export async function startService({ env = {}, prepare }: ServiceOptions = {}): Promise<Service> {
  const folder = mkdtempSync(path.join(tmpdir(), 'journey-'));
  prepare?.(folder);
  let text = '';
  const run = async (startAt: string, port: number) => {
    const before = text.length;
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        DATA_DIR: folder,
        PORT: String(port),
        RATE_LIMIT: 'off',
        DEMO_START_AT: startAt,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
    const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
    const heardAt = await waitForPort(child, () => text.slice(before));
    const ahead = Date.parse(startAt) - Date.now();
    return { child, exited, ahead, port: heardAt };
  };
  let running = await run(env.DEMO_START_AT ?? journeyStart, 0);
  const end = async () => {
    running.child.kill('SIGTERM');
    await running.exited;
  };
  return {
    baseUrl: `http://127.0.0.1:${running.port}`,
    output: () => text,
    millis: () => Date.now() + running.ahead,
    async goOnAt(startAt, meanwhile) {
      await end();
      meanwhile?.(folder);
      running = await run(startAt, running.port);
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
