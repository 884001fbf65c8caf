import type { Adapters } from '@server/adapters';
import { MemoryStorage } from '@server/testing/memory-storage';

/** No benchmark asks an outside system; the server looks at its object store when it starts. */
export function benchAdapters(): Adapters {
  const given: Partial<Adapters> = { objectStorage: new MemoryStorage() };
  return given as Adapters;
}
