import { storage } from '@miniapp/platform/storage';
import { stopWatch } from './stop-watch';

const storageKey = 'server-clock';

/** The last time of the server that this program heard, and how long ago that was. */
let heard: { readonly server: number; readonly age: () => number } | null = null;

export function hearServerTime(serverTime: string, age: () => number = stopWatch()): void {
  const server = Date.parse(serverTime);
  heard = { server, age };
  storage.write(storageKey, server + age() - Date.now());
}

/** Without a network: by the phone's clock and how far it was off when there was one. */
export function serverMillis(): number {
  if (heard) return heard.server + heard.age();
  const offset = storage.read(storageKey);
  return Date.now() + (typeof offset === 'number' ? offset : 0);
}
