import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';

const source = readFileSync(path.resolve('config/offline-worker.js'), 'utf8');
const origin = 'https://service.test';

type Answer = (path: string) => Response | Promise<Response>;
interface Asked {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
}
type Request = string | Asked;
type Event = {
  waitUntil?: (work: Promise<unknown>) => void;
  request?: Asked;
  respondWith?: (reply: Promise<Response>) => void;
};

const pathOf = (request: Request): string =>
  new URL(typeof request === 'string' ? request : request.url, origin).pathname;

/** What a browser gives a worker. The patience of the worker ends at once, as if nobody answered for long. */
class Phone {
  readonly caches = new Map<string, Map<string, Response>>();
  answer: Answer = () => Promise.reject(new TypeError('offline'));

  private open(name: string) {
    const held = this.caches.get(name) ?? new Map<string, Response>();
    this.caches.set(name, held);
    return {
      match: (request: Request) => Promise.resolve(held.get(pathOf(request))?.clone()),
      put: (request: Request, reply: Response) => Promise.resolve(void held.set(pathOf(request), reply)),
      addAll: async (files: readonly string[]) => {
        for (const file of files) {
          const reply = await this.answer(file);
          if (!reply.ok) throw new TypeError('not ok');
          held.set(file, reply);
        }
      },
    };
  }

  /** Starts the worker of a build; gives what it does with an event. */
  start(build: { version: string; page: string; files: readonly string[] }) {
    const listeners = new Map<string, (event: Event) => void>();
    const caches = {
      open: (name: string) => Promise.resolve(this.open(name)),
      keys: () => Promise.resolve([...this.caches.keys()]),
      delete: (name: string) => Promise.resolve(this.caches.delete(name)),
      match: async (request: Request) => {
        for (const name of this.caches.keys()) {
          const found = await this.open(name).match(request);
          if (found) return found;
        }
        return undefined;
      },
    };
    const self = {
      location: { origin },
      clients: { claim: () => Promise.resolve() },
      skipWaiting: () => Promise.resolve(),
      addEventListener: (name: string, listener: (event: Event) => void) => listeners.set(name, listener),
    };
    const fetch = async (request: Request) => this.answer(pathOf(request));
    const context = createContext({
      ...{ self, caches, fetch, URL, crypto: webcrypto, Uint8Array, setTimeout: setImmediate },
    });
    runInContext(`const BUILD = ${JSON.stringify(build)};\n${source}`, context);
    const work = (name: string): Promise<unknown> => {
      let done: Promise<unknown> = Promise.resolve();
      listeners.get(name)?.({ waitUntil: given => (done = given) });
      return done;
    };
    return {
      install: () => work('install'),
      activate: () => work('activate'),
      /** Null when the worker leaves the request to the browser. */
      async ask(address: string, { method = 'GET', mode = 'no-cors' } = {}): Promise<string | null> {
        let reply: Promise<Response> | undefined;
        const url = new URL(address, origin).href;
        listeners.get('fetch')?.({ request: { url, method, mode }, respondWith: given => (reply = given) });
        return reply ? (await reply).text() : null;
      },
    };
  }
}

const files = ['/js/app.0123abcd.js', '/static/images/tab.png'];
const aBuild = (n: number) => {
  const page = `page ${n}`;
  return { version: `v${n}`, page: createHash('sha256').update(page).digest('hex'), files, text: page };
};
const serving =
  (page: string): Answer =>
  asked =>
    asked === '/' ? new Response(page) : new Response(`file ${asked}`);
const navigate = { mode: 'navigate' };

describe('the worker that keeps the pages', () => {
  let phone: Phone;
  beforeEach(() => (phone = new Phone()));
  const installed = async (n: number) => {
    phone.answer = serving(`page ${n}`);
    const worker = phone.start(aBuild(n));
    await worker.install();
    await worker.activate();
    return worker;
  };

  it('answers without a network with the page and the files of its build', async () => {
    const worker = await installed(1);
    phone.answer = () => Promise.reject(new TypeError('offline'));
    expect(await worker.ask('/?load=2', navigate)).toBe('page 1');
    for (const file of files) expect(await worker.ask(file)).toBe(`file ${file}`);
  });

  it.each<[string, Answer, string]>([
    ['a newer page', serving('page 2'), 'page 2'],
    ['a refusal', () => new Response('gone', { status: 404 }), 'gone'],
    ['a broken server', () => new Response('bad gateway', { status: 502 }), 'page 1'],
    ['silence', () => new Promise<Response>(() => undefined), 'page 1'],
  ])('shows, when the network gives %s, what is right', async (_, answer, shown) => {
    const worker = await installed(1);
    phone.answer = answer;
    expect(await worker.ask('/', navigate)).toBe(shown);
  });

  it.each<[string, Answer]>([
    ['the page is of another build', serving('page 2')],
    ['a file is missing', asked => (asked === '/' ? new Response('page 1') : new Response('', { status: 404 }))],
    ['the network ends', () => Promise.reject(new TypeError('offline'))],
  ])('keeps nothing of a build when %s', async (_, answer) => {
    phone.answer = answer;
    await expect(phone.start(aBuild(1)).install()).rejects.toThrow();
    expect([...phone.caches.keys()]).toEqual([]);
  });

  it('keeps one build beside its own, for a page of it that is open', async () => {
    await installed(1);
    await installed(2);
    expect([...phone.caches.keys()]).toEqual(['pages-v1', 'pages-v2']);
    await installed(3);
    expect([...phone.caches.keys()]).toEqual(['pages-v2', 'pages-v3']);
  });

  it.each([
    ['what the service says', '/api/privileges/mine', {}],
    ['what is sent', '/', { method: 'POST', mode: 'navigate' }],
    ['other pages', '/openapi.json', navigate],
    ['other places', 'https://elsewhere.test/js/app.0123abcd.js', {}],
    ['itself', '/offline-worker.js', {}],
  ])('leaves %s alone', async (_, address, request) => {
    const worker = await installed(1);
    expect(await worker.ask(address, request)).toBeNull();
  });
});
