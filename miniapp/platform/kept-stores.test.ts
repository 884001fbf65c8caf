import { openKeptStores } from './kept-stores';

/** As much of IndexedDB as the stores use: answers come later, transactions end by themselves, a double key aborts. */
function fakeFactory(): IDBFactory {
  const stores = new Map<string, Map<string, unknown>>();
  const later = (act: () => void) => void Promise.resolve().then(act);
  const request = <T>(result: T, error: { name: string } | null = null) => {
    const it = { result, error, onsuccess: null as (() => void) | null, onerror: null as (() => void) | null };
    later(() => (error ? it.onerror?.() : it.onsuccess?.()));
    return it;
  };
  const transaction = (name: string) => {
    const rows = stores.get(name) ?? new Map<string, unknown>();
    let failed = false;
    const it = { oncomplete: null as (() => void) | null, onabort: null as (() => void) | null, error: null };
    later(() => later(() => (failed ? it.onabort?.() : it.oncomplete?.())));
    const objectStore = () => ({
      get: (key: string) => request(rows.get(key)),
      getAll: () => request([...rows.values()]),
      put: (value: unknown, key: string) => request(rows.set(key, value)),
      delete: (key: string) => request(rows.delete(key)),
      add: (value: unknown, key: string) => {
        failed = rows.has(key);
        return failed ? request(key, { name: 'ConstraintError' }) : request(rows.set(key, value));
      },
    });
    return Object.assign(it, { objectStore });
  };
  const db = { createObjectStore: (name: string) => void stores.set(name, new Map()), transaction };
  const open = () => {
    const it = Object.assign(request(db), { onupgradeneeded: null as (() => void) | null });
    if (stores.size === 0) later(() => it.onupgradeneeded?.());
    const opened = { ...it };
    return Object.assign(it, opened);
  };
  const factory: unknown = { open };
  return factory as IDBFactory;
}

describe('what a page keeps', () => {
  const factory = fakeFactory();
  const open = () => openKeptStores('test', ['seen'], factory);

  it('is there when the page is opened again', async () => {
    await (await open())?.write('seen', 'a', { at: 1 });
    const again = await open();
    expect(await again?.read('seen', 'a')).toEqual({ at: 1 });
    expect(await again?.all('seen')).toEqual([{ at: 1 }]);
  });

  it('takes a key once', async () => {
    const kept = await open();
    expect(await kept?.add('seen', 'b', 1)).toBe(true);
    expect(await kept?.add('seen', 'b', 2)).toBe(false);
    expect(await kept?.read('seen', 'b')).toBe(1);
    await kept?.remove('seen', ['b']);
    expect(await kept?.add('seen', 'b', 3)).toBe(true);
  });

  it('is nothing where the browser has no storage', async () => {
    expect(await openKeptStores('test', ['seen'], undefined)).toBeNull();
  });
});
