import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'main-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the server for real; answers with what it said when it ends by itself or at `Ctrl+C`. */
function startMain(env: Record<string, string>, onStarted?: (end: () => void, port: number) => void) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    // A process that hangs fails the test instead of stopping it.
    timeout: 40_000,
    env: { PATH: process.env.PATH, DATA_DIR: folder, SEED_DEMO: 'off', ...env },
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    const before = said.includes('server.started');
    said += chunk.toString();
    if (!before && said.includes('server.started'))
      onStarted?.(() => child.kill('SIGTERM'), Number(/"port":(\d+)/.exec(said)?.[1]));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise<{ code: number | null; said: string }>(resolve =>
    child.once('close', code => resolve({ code, said })),
  );
}

describe('the server process', () => {
  it('ends with a message when its port is taken, instead of living on without one', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { code, said } = await startMain({ PORT: String((other.address() as AddressInfo).port) });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain('EADDRINUSE');
  }, 60_000);

  it('stops in order when it is told to', async () => {
    const { code, said } = await startMain({ PORT: '0' }, end => end());
    expect(code).toBe(0);
    expect(said).toContain('server.stopped');
  }, 60_000);

  it('closes at once what a browser has opened in advance, and lets a request in hand finish', async () => {
    const closed: string[] = [];
    const { code } = await startMain({ PORT: '0' }, (end, port) => {
      const head = ['POST /api/sessions/sign-in HTTP/1.1', 'Host: test', 'Content-Type: application/json'];
      const busy = connect(port, '127.0.0.1', () =>
        busy.write([...head, 'Content-Length: 2', 'Expect: 100-continue', '', ''].join('\r\n')),
      );
      // The server has read the head of the request and waits for its body.
      busy.once('data', () => {
        busy.once('data', () => closed.push('answered'));
        const silent = connect(port, '127.0.0.1', end);
        silent.once('close', () => {
          closed.push('silent');
          busy.write('{}');
        });
      });
    });
    expect([code, closed]).toEqual([0, ['silent', 'answered']]);
  }, 60_000);

  it('refuses production with what is missing, and ends', async () => {
    const { code, said } = await startMain({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(said).toContain('SESSION_SECRET');
  }, 60_000);
});
