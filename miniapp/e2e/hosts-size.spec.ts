import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

describe.each(['weapp', 'alipay'])('the packages of the compiled %s build', host => {
  const report = spawnSync(process.execPath, ['scripts/size-report.mjs', host, `dist/${host}`], {
    cwd: root,
    encoding: 'utf8',
  });
  const sizes = [...report.stdout.matchAll(/^ {2}(main package|features\/\S+) +([\d.]+) KiB/gm)].map(
    ([, name = '', kib]) => ({ name, kib: Number(kib) }),
  );

  it('stay under the 2 MiB that the host allows', () => {
    expect(report.stderr).toBe('');
    expect(report.status).toBe(0);
  });

  it('stay under the 1 MiB that we allow', () => {
    expect(sizes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['main package', 'features/certificates', 'features/appointments']),
    );
    expect(sizes.filter(({ kib }) => kib >= 1024)).toEqual([]);
  });
});

/** A second `npm start` waits for nothing: it asks the same question and goes on to the server. */
describe('a build', () => {
  const ask = (env: Record<string, string> = {}): string =>
    spawnSync(process.execPath, ['scripts/build.mjs', 'h5', '--ask'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }).stdout;

  it('is not made again while sources and settings are the same', () => {
    expect(ask()).toBe('h5: up to date (dist/h5)\n');
    expect(ask({ API_BASE: 'https://example.org' })).toBe('h5: stale (dist/h5)\n');
  });
});
