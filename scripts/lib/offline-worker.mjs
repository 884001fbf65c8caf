// Writes the worker that keeps the pages of the h5 build on the phone. 浙里办 forbids nothing of the kind and gets none all the same: its pages
// have no address of their own and run inside another program.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const source = new URL('../../config/offline-worker.js', import.meta.url);
const hash = data => createHash('sha256').update(data).digest('hex');

export async function writeOfflineWorker(folder) {
  const page = hash(await readFile(path.join(folder, 'index.html')));
  const listed = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = listed
    .filter(entry => entry.isFile())
    .map(entry => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`)
    .filter(file => /^\/(js|css|static)\//.test(file) && !file.endsWith('.txt'))
    .sort();
  const worker = await readFile(source, 'utf8');
  const version = hash(JSON.stringify([page, files, worker])).slice(0, 16);
  await writeFile(
    path.join(folder, 'offline-worker.js'),
    `const BUILD = ${JSON.stringify({ version, page, files })};\n${worker}`,
  );
}
