import type { Middleware } from 'koa';

/** Where the h5 build puts its worker (`config/offline-worker.js`). */
const workerPath = '/offline-worker.js';

/** Takes the place of the worker: browsers ask for it with every page, put it to work, and it clears away what the other kept and goes. */
const lastWorker = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('pages-')) await caches.delete(name);
      await self.registration.unregister();
    })(),
  ),
);
`;

/** The way back, should a kept page ever be worse than none: without a new build, and for phones that come by once. */
export const endOfflinePages =
  (kept: boolean): Middleware =>
  async (ctx, next) => {
    if (kept || ctx.path !== workerPath) return next();
    ctx.set('cache-control', 'no-cache');
    ctx.type = 'text/javascript';
    ctx.body = lastWorker;
  };
