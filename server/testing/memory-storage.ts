import { assertStorable, type ObjectStorage, type StoredObject } from '@server/adapters/object-storage/port';

/** Files of one test. */
export class MemoryStorage implements ObjectStorage {
  readonly objects = new Map<string, Buffer>();

  async put(object: StoredObject): Promise<void> {
    assertStorable(object);
    this.objects.set(object.key, Buffer.from(object.bytes));
  }

  async get(key: string): Promise<Buffer | undefined> {
    return this.objects.get(key);
  }

  async remove(key: string): Promise<void> {
    this.objects.delete(key);
  }
}
