import { createContext, runInContext } from 'node:vm';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { endOfflinePages } from './end-offline-pages';

interface Extending {
  waitUntil(work: Promise<void>): void;
}

async function workerOf(kept: boolean): Promise<{ status: number; type: string | null; text: string }> {
  const koa = new Koa().use(endOfflinePages(kept));
  const server = await new Promise<Server>(resolve => {
    const started = koa.listen(0, '127.0.0.1', () => resolve(started));
  });
  try {
    const { port } = server.address() as AddressInfo;
    const reply = await fetch(`http://127.0.0.1:${port}/offline-worker.js`);
    return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
}

describe('the pages that phones keep', () => {
  it('come from the build while they are on', async () => {
    expect((await workerOf(true)).status).toBe(404);
  });

  it('are cleared away and the worker goes when they are off', async () => {
    const { status, type, text } = await workerOf(false);
    expect([status, type]).toEqual([200, 'text/javascript; charset=utf-8']);
    const left = ['pages-1', 'pages-2', 'another'];
    let unregistered = 0;
    const listeners = new Map<string, (event: Extending) => void>();
    const self = {
      registration: { unregister: () => void (unregistered += 1) },
      addEventListener: (name: string, listener: (event: Extending) => void) => void listeners.set(name, listener),
    };
    const caches = {
      keys: () => [...left],
      delete: (name: string) => left.splice(left.indexOf(name), 1).length > 0,
    };
    runInContext(text, createContext({ self, caches }));
    let work = Promise.resolve();
    listeners.get('activate')?.({ waitUntil: given => void (work = given) });
    await work;
    expect([left, unregistered]).toEqual([['another'], 1]);
  });
});
