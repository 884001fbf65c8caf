import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** What the tests use beyond Node: the file that shows a package is there, and the stages that need it. */
const packages = [
  { name: 'mariadb-server', file: command('mariadbd'), stages: ['mariadb'] },
  { name: 'chromium', file: command('chromium'), stages: ['browser'] },
  {
    name: 'fonts-noto-cjk',
    file: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
    stages: ['browser'],
  },
  // The reference verifier of the privilege code.
  {
    name: 'python3-cbor2',
    file: () => existsSync('/usr/lib/python3/dist-packages/cbor2'),
    stages: ['sqlite', 'mariadb'],
  },
  {
    name: 'python3-cryptography',
    file: () => existsSync('/usr/lib/python3/dist-packages/cryptography'),
    stages: ['sqlite', 'mariadb'],
  },
  { name: 'zbar-tools', file: command('zbarimg'), stages: ['browser', 'sqlite', 'mariadb'] },
];

function command(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin'];
  return () => folders.some(folder => existsSync(path.join(folder, name)));
}

/** Installs what the given stages lack where that is allowed; returns one line per package that is still missing. */
export async function installMissing(stages) {
  const missing = packages.filter(entry => entry.stages.some(stage => stages.includes(stage)) && !entry.file());
  if (missing.length === 0) return [];
  const names = missing.map(entry => entry.name);
  if (process.getuid?.() === 0 && command('apt-get')()) {
    console.log(`Installing ${names.join(', ')} (Debian packages)`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const updated = await run('apt-get', ['update', '-qq'], { env });
    const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
    if (!installed.ok) console.log(`${updated.output}${installed.output}`.trimEnd());
  }
  return missing
    .filter(entry => !entry.file())
    .map(entry => `${entry.name} is missing. Type: sudo apt-get install -y ${entry.name}`);
}
