// `npm start`: builds the h5 pages when their sources changed, then runs the server. The server migrates its database and seeds the
// demo people by itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { root, run } from './lib/run.mjs';

const port = process.env.PORT ?? '8080';
const dataDir = process.env.DATA_DIR ?? 'var';

process.chdir(root);
if (!existsSync('node_modules/.bin/tsx')) {
  console.error('The packages are missing. Type: npm ci');
  process.exit(2);
}
await mkdir(dataDir, { recursive: true });

console.log('1/2 The h5 pages: build when stale (the first build takes a minute or two)');
const built = await run(process.execPath, ['scripts/build.mjs', 'h5', '--if-stale'], { show: true });
if (!built.ok) {
  console.error('The h5 build failed; the messages above say where. Nothing was started.');
  process.exit(1);
}

console.log(`2/2 The server on http://localhost:${port} (data in ${dataDir}; stop with Ctrl+C)`);
const server = spawn(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', 'server/main.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  // A process group of its own, so that Ctrl+C reaches it once, through the lines below: the second signal ends it at once.
  detached: true,
  env: { ...process.env, PORT: port, DATA_DIR: dataDir },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
process.on('SIGHUP', () => server.kill('SIGTERM'));
server.on('error', error => {
  console.error(error.message);
  process.exitCode = 1;
});
server.on('exit', (code, signal) => {
  process.exitCode = signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : (code ?? 1);
});
