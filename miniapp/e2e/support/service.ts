import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Service {
  readonly baseUrl: string;
  /** Everything the server has printed: one-line JSON logs. */
  output(): string;
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

/** The server as `npm start` runs it: demonstration people, simulators, a database of its own in a temporary folder. */
export async function startService(env: Record<string, string> = {}): Promise<Service> {
  const folder = mkdtempSync(path.join(tmpdir(), 'journey-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: folder, PORT: '0', RATE_LIMIT: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const port = await waitForPort(child, () => text);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    output: () => text,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
