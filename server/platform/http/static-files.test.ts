import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Koa from 'koa';
import { staticFiles } from './static-files';

const folder = mkdtempSync(path.join(tmpdir(), 'static-'));
const root = path.join(folder, 'h5');
let server: Server;
let at: string;

beforeAll(async () => {
  mkdirSync(path.join(root, 'js'), { recursive: true });
  mkdirSync(`${root}-other`);
  writeFileSync(path.join(root, 'index.html'), '<p>page</p>');
  writeFileSync(path.join(root, 'js', 'app.0123abcd.js'), 'app()');
  writeFileSync(path.join(`${root}-other`, 'secret.txt'), 'secret');
  server = await new Promise<Server>(resolve => {
    const started = new Koa().use(staticFiles(root)).listen(0, '127.0.0.1', () => resolve(started));
  });
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('the pages', () => {
  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/js/app.0123abcd.js', 'public, max-age=31536000, immutable'],
  ])('hands %s out with the cache rule %s', async (file, rule) => {
    const reply = await fetch(at + file);
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, rule]);
  });

  it.each(['/js', '/js/', '/nothing.js', '/%', '/..%2fh5-other/secret.txt', '/api/index.html'])(
    'does not find %s',
    async file => {
      expect((await fetch(at + file)).status).toBe(404);
    },
  );
});
