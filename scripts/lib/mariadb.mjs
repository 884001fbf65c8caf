import { spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';

/**
 * Starts a MariaDB server of its own in a temporary folder, on its own socket and a free port of 127.0.0.1, and leaves every other
 * server on the machine alone. The data lives as long as the returned `stop` has not been called.
 */
export async function startMariadb() {
  const folder = await mkdtemp(path.join(tmpdir(), 'mariadb-test-'));
  const user = process.getuid?.() === 0 ? ['--user=mysql'] : [];
  // The server refuses to run as root; it runs as the user that the Debian package made.
  if (user.length > 0) await giveTo(folder, 'mysql');
  const data = path.join(folder, 'data');
  const installed = await run('mariadb-install-db', [
    '--no-defaults',
    ...user,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (!installed.ok) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`mariadb-install-db failed:\n${installed.output}`);
  }
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${path.join(folder, 'server.sock')}`,
      `--pid-file=${path.join(folder, 'server.pid')}`,
      `--tmpdir=${folder}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_bin',
      '--max-connections=300',
      // Several servers of a test share it, each with its own prepared statements.
      '--max-prepared-stmt-count=200000',
      '--performance-schema=OFF',
      '--skip-log-bin',
      // Tests lose nothing with the power: no flush to disk per commit.
      '--innodb-flush-log-at-trx-commit=2',
      '--innodb-doublewrite=0',
      '--innodb-buffer-pool-size=256M',
      '--innodb-log-file-size=64M',
      '--innodb-lock-wait-timeout=10',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => log.push(chunk));
  const ended = new Promise(resolve => server.once('close', resolve));
  // An interrupted run leaves no server behind.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  server.once('error', error => log.push(Buffer.from(error.message)));

  const stop = async () => {
    if (server.exitCode === null && server.pid) server.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await answers(port, server))) {
    await stop();
    throw new Error(`MariaDB did not start:\n${Buffer.concat(log).toString('utf8').slice(-2000)}`);
  }
  return { url: `mysql://root@127.0.0.1:${port}`, port, stop };
}

async function giveTo(folder, user) {
  const ids = await Promise.all(['-u', '-g'].map(flag => run('id', [flag, user])));
  if (ids.some(id => !id.ok)) throw new Error(`There is no user ${user}; install mariadb-server.`);
  await chown(folder, Number(ids[0].output), Number(ids[1].output));
  await chmod(folder, 0o755);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** True as soon as the server sends its greeting, false when it ended or a minute went by. */
async function answers(port, server) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.exitCode === null && server.pid) {
    if (await greets(port)) return true;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return false;
}

function greets(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const finish = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', () => finish(true));
    socket.once('error', () => finish(false));
    socket.setTimeout(2000, () => finish(false));
  });
}
