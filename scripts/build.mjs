// `node scripts/build.mjs HOST [--if-stale | --ask]`: one host's build with a size report; --ask only says whether it is up to date.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { writeOfflineWorker } from './lib/offline-worker.mjs';
import { reportSizes } from './size-report.mjs';

const outputs = { h5: 'dist/h5', weapp: 'dist/weapp', alipay: 'dist/alipay', zheliban: 'build' };
const inputs = [
  'miniapp',
  'types',
  'config',
  'babel.config.js',
  'project.config.json',
  'tsconfig.json',
  'package-lock.json',
];
/** What ends up in the bundle from outside the tree. */
const settings = ['API_BASE', 'MGOP_HOST', 'MGOP_APP_KEY', 'MGOP_PREFIX', 'ZHELIBAN_SERVICE_CODE', 'ZWJS_BRIDGE'];

const [host = '', ...flags] = process.argv.slice(2);
const output = outputs[host];
if (!output) {
  console.error(`Usage: node scripts/build.mjs ${Object.keys(outputs).join('|')} [--if-stale]`);
  process.exit(2);
}

const started = performance.now();
const hash = await hashOfInputs();
const stamp = path.join(output, '.inputs');
const fresh = existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash;
if (flags.includes('--ask') || (fresh && flags.includes('--if-stale'))) {
  console.log(`${host}: ${fresh ? 'up to date' : 'stale'} (${output})`);
} else {
  await rm(output, { recursive: true, force: true });
  await runTaro();
  if (host === 'h5') await writeOfflineWorker(output);
  console.log(`${host}: built in ${((performance.now() - started) / 1000).toFixed(1)} s (${output})`);
  const withinLimits = await reportSizes(host, output);
  if (!withinLimits) process.exit(1);
  // Written last: a build that failed or grew too large is not up to date.
  await writeFile(stamp, hash);
}

async function hashOfInputs() {
  const sum = createHash('sha256');
  for (const name of settings) sum.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const input of inputs)
    for (const file of await filesOf(input)) sum.update(`${file}\n`).update(await readFile(file));
  return sum.digest('hex');
}

async function filesOf(input) {
  if (!existsSync(input)) return [];
  const listed = await readdir(input, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!listed) return [input];
  const isTest = name => /\.(test|prove|spec)\.tsx?$/.test(name);
  return listed
    .filter(entry => entry.isFile() && !isTest(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !file.startsWith('miniapp/e2e/') && !file.startsWith('miniapp/testing/'))
    .sort();
}

function runTaro() {
  const type = host === 'zheliban' ? 'h5' : host;
  // --no-check: the check of the configuration asks a server on the internet for its schema.
  const args = ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type, '--no-check'];
  const env = { ...process.env, HOST: host, NODE_ENV: 'production', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    const taro = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    taro.stdout.on('data', text => (output += text));
    taro.stderr.on('data', text => (output += text));
    taro.on('close', code => {
      const failed = code !== 0 || /\bERROR in\b|Module not found|编译失败|✖ Webpack/.test(output);
      if (failed) {
        console.error(output);
        reject(new Error(`the ${host} build failed`));
      } else resolve();
    });
  });
}
