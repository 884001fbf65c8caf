/* global BUILD, caches, crypto, self */
/**
 * Keeps the pages of one build on the phone, whole, so that the code page and the gate open in a tunnel. scripts/build.mjs puts the
 * facts of the build before it: `{ version, page, files }`, the hash of the page and the paths of what it may load.
 * It answers for the page and the files of a build; whatever the service says comes from the service or not at all.
 */
const prefix = 'pages-';
const own = prefix + BUILD.version;
/** Nobody stands longer at a gate for a network that may never answer. */
const patienceMs = 4000;
const isHashed = path => /^\/(js|css|static)\/.*\.[0-9a-f]{8,}\.\w+$/.test(path);

async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function keepBuild() {
  const cache = await caches.open(own);
  try {
    const page = await fetch('/', { cache: 'no-store' });
    // Behind a balancer another server may hand out another build already: half of each would be no page.
    if (!page.ok || (await hashOf(await page.clone().arrayBuffer())) !== BUILD.page) throw new Error('another build');
    await cache.addAll(BUILD.files);
    await cache.put('/', page);
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
  await self.skipWaiting();
}

/** One earlier build stays: a page of it that is open now loads the rest of itself from there. */
async function forgetEarlier() {
  const earlier = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== own);
  await Promise.all(earlier.slice(0, -1).map(name => caches.delete(name)));
  await self.clients.claim();
}

const late = () => new Promise(resolve => setTimeout(() => resolve(null), patienceMs));

/** From the network whenever there is one, so that nobody sees an old page; what is kept stands in for silence and for a broken server. */
async function pageOf(request) {
  const asked = fetch(request);
  const reply = await Promise.race([asked.catch(() => null), late()]);
  if (reply && reply.status < 500) return reply;
  return (await (await caches.open(own)).match('/')) ?? asked;
}

const fileOf = async request =>
  (await (await caches.open(own)).match(request)) ?? (await caches.match(request)) ?? fetch(request);

self.addEventListener('install', event => event.waitUntil(keepBuild()));
self.addEventListener('activate', event => event.waitUntil(forgetEarlier()));
self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(pageOf(request));
  else if (isHashed(pathname) || BUILD.files.includes(pathname)) event.respondWith(fileOf(request));
});
