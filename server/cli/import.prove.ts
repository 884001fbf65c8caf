import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Adapters } from '@server/adapters';
import { createApp } from '@server/app';
import { IntakeRun } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { systemClock } from '@server/platform/clock';
import { readConfig, type DatabaseConfig } from '@server/platform/config';
import { silentLog } from '@server/platform/log';
import { inTransaction } from '@server/platform/tx';
import { registerContents } from '@server/testing/builders/donations';
import { startTestApp, type TestApp } from '@server/testing/test-app';

/** `ROUNDS=100 npm run prove -- import` kills the import at as many moments. */
const rounds = Number(process.env.ROUNDS ?? 1);
const sample = 'server/seeds/sample/donations-5000.csv';
const donationsInSample = readFileSync(sample, 'utf8').trimEnd().split('\n').length - 1;

interface Output {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line as an operator starts it: another process, found by nothing but its database. */
function command(script: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/cli/${script}.ts`, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Output = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', chunk => (output.stdout += String(chunk)));
  child.stderr.on('data', chunk => (output.stderr += String(chunk)));
  const ended = once(child, 'close').then(() => ({ ...output, code: child.exitCode }));
  return { child, ended };
}

const killAt = async (child: ChildProcess, percent: number): Promise<void> => {
  for await (const chunk of child.stderr ?? [])
    if ([...String(chunk).matchAll(/(\d+) %/g)].some(([, done]) => Number(done) >= percent)) break;
  child.kill('SIGKILL');
};

describe('the import command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let databases = 0;

  /** A database that the command can open from another process: a file, or one on the test server. */
  async function place(): Promise<{ env: Record<string, string>; test: TestApp | undefined; open(): Promise<App> }> {
    const test = process.env.TEST_DB === 'mariadb' ? await startTestApp() : undefined;
    const dataDir = path.join(folder, String(++databases));
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir });
    const database: DatabaseConfig = test ? test.app.config.database : config.database;
    return {
      test,
      env: database.kind === 'mysql' ? { DATABASE_URL: database.url } : { DATA_DIR: dataDir },
      open: () => createApp({ ...config, database }, { clock: systemClock, log: silentLog, adapters: {} as Adapters }),
    };
  }
  type Place = Awaited<ReturnType<typeof place>>;
  const close = async ({ test }: Place) => test?.close();
  const look = async ({ open }: Place) => {
    const app = await open();
    try {
      return await inTransaction(app, { actor: systemActor, requestId: 'test' }, async tx => ({
        contents: await registerContents(tx),
        runs: await tx.em.find(IntakeRun, { order: { startedAt: 'ASC' } }),
      }));
    } finally {
      await app.db.close();
    }
  };

  it('killed in the middle and started again leaves the same register as one that was never interrupted', async () => {
    const unbroken = await place();
    const whole = await command('import', [sample, '--with-demo-reference'], unbroken.env).ended;
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining(`added ${donationsInSample},`) as string });
    const expected = await look(unbroken);
    await close(unbroken);
    for (let round = 1; round <= rounds; round++) {
      const broken = await place();
      const first = command('import', [sample, '--with-demo-reference'], broken.env);
      await killAt(first.child, (1 + (round % 8)) * 10);
      await first.ended;
      const half = await look(broken);
      expect(half.runs).toMatchObject([{ state: 'running' }]);
      const done = (half.runs[0]?.lastLine ?? 0) - 1;
      // The mark and the rows were committed together; of the block after the mark, some donors may be there already.
      const ahead = (half.runs[0]?.aheadLine ?? done + 1) - 1;
      expect(half.contents.donations.length).toBeGreaterThanOrEqual(done);
      expect(half.contents.donations.length).toBeLessThanOrEqual(ahead);
      expect(half.contents.donations.length).toBeGreaterThan(0);
      expect(half.contents.donations.length).toBeLessThan(donationsInSample);
      const second = await command('import', [sample], broken.env).ended;
      expect(second).toMatchObject({ code: 0, stderr: expect.stringContaining(`after line ${done + 1}`) as string });
      const after = await look(broken);
      expect(after.contents).toEqual(expected.contents);
      expect(after.runs).toMatchObject([{ state: 'done', added: donationsInSample, unchanged: 0, corrected: 0 }]);
      await close(broken);
    }
  }, 600_000);

  it('lists the rows it did not take beside the file, without what they held, and ends well', async () => {
    const here = await place();
    const file = path.join(folder, 'bad-rows.csv');
    copyFileSync('server/seeds/sample/bad-rows.csv', file);
    const problems = `${file}.problems.csv`;
    const trial = await command('import', [file, '--with-demo-reference', '--dry-run'], here.env).ended;
    expect(trial).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing written; would be added 4') as string,
    });
    expect(existsSync(problems)).toBe(true);
    rmSync(problems);
    const done = await command('import', [file], here.env).ended;
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('not taken 31') as string });
    const lines = readFileSync(problems, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(32);
    expect(lines).toContain('12,donationNumber,check_character,"献血码的校验字符不对。"');
    expect(readFileSync(problems, 'utf8')).not.toMatch(/测甲|1990/);
    await close(here);
  }, 120_000);

  it.each([
    ['a file that is not there', ['nothing.csv']],
    ['a file that is no export', ['package.json']],
    ['an unknown station', ['server/seeds/sample/bad-rows.csv', '--station', 'ZZ']],
    ['an unknown option', ['server/seeds/sample/bad-rows.csv', '--fast']],
    ['nothing', []],
  ])(
    'ends with 2 for %s',
    async (_what, args) => {
      const here = await place();
      expect(await command('import', args, here.env).ended).toMatchObject({ code: 2 });
      await close(here);
    },
    120_000,
  );

  it('takes what the seed command writes, in either encoding, packed or not', async () => {
    const here = await place();
    const [plain, packed] = [path.join(folder, 'seed.csv'), path.join(folder, 'seed.csv.gz')];
    const seed = ['--donors', '60', '--until', '2026-02-28'];
    const written = await command('seed', [...seed, '--out', plain, '--encoding', 'gb18030'], here.env).ended;
    expect(written.code).toBe(0);
    await command('seed', [...seed, '--out', packed], here.env).ended;
    const count = Number(/: (\d+) donations/.exec(written.stdout)?.[1]);
    const first = await command('import', [plain, '--with-demo-reference'], here.env).ended;
    expect(first.stdout).toContain(`(gb18030): added ${count},`);
    const second = await command('import', [packed], here.env).ended;
    expect(second.stdout).toContain(`(utf8): added 0, unchanged ${count}, corrected 0, not taken 0`);
    const filled = await command('seed', seed, here.env).ended;
    expect(filled.stdout).toContain(`added 0 donations, ${count} were there already`);
    await close(here);
  }, 120_000);
});
