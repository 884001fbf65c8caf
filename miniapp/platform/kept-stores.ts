/** Named stores of records that survive a reload: IndexedDB, as far as a gate needs it. */
export interface KeptStores {
  read(store: string, key: string): Promise<unknown>;
  all(store: string): Promise<readonly unknown[]>;
  write(store: string, key: string, value: unknown): Promise<void>;
  /** False when the key is there already; check and write are one step, also between two tabs. */
  add(store: string, key: string, value: unknown): Promise<boolean>;
  remove(store: string, keys: readonly string[]): Promise<void>;
}

const version = 1;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('storage'));
  });

/** When it resolves, the records are written and not only promised. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('storage'));
  });

/** Null where the browser has no storage or gives none, as in a private window. */
export async function openKeptStores(
  name: string,
  stores: readonly string[],
  factory: IDBFactory | undefined = globalThis.indexedDB,
): Promise<KeptStores | null> {
  if (!factory) return null;
  try {
    const opening = factory.open(name, version);
    opening.onupgradeneeded = () => {
      for (const store of stores) opening.result.createObjectStore(store);
    };
    return over(await answerOf(opening));
  } catch {
    return null;
  }
}

function over(db: IDBDatabase): KeptStores {
  const reading = (store: string) => db.transaction(store, 'readonly').objectStore(store);
  const writing = (store: string) => db.transaction(store, 'readwrite', { durability: 'strict' });
  return {
    read: (store, key) => answerOf<unknown>(reading(store).get(key)),
    all: store => answerOf<unknown[]>(reading(store).getAll()),
    async write(store, key, value) {
      const transaction = writing(store);
      transaction.objectStore(store).put(value, key);
      await ended(transaction);
    },
    async add(store, key, value) {
      const transaction = writing(store);
      const adding = transaction.objectStore(store).add(value, key);
      try {
        await ended(transaction);
        return true;
      } catch (error) {
        if (adding.error?.name === 'ConstraintError') return false;
        throw error;
      }
    },
    async remove(store, keys) {
      const transaction = writing(store);
      for (const key of keys) transaction.objectStore(store).delete(key);
      await ended(transaction);
    },
  };
}
