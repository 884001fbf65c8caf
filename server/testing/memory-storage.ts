import { systemClock } from '@server/platform/clock';
import { OwnUploads } from '@server/adapters/object-storage/own-uploads';
import {
  assertStorable,
  type ObjectStorage,
  type StoredObject,
  type UploadAnswer,
  type UploadForm,
  type UploadTerms,
} from '@server/adapters/object-storage/port';

/** Files of one test. */
export class MemoryStorage implements ObjectStorage {
  readonly objects = new Map<string, Buffer>();
  private readonly uploads = new OwnUploads(this, 'test', () => new Date(systemClock.millis()));

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

  permitUpload(terms: UploadTerms): UploadForm {
    return this.uploads.permit(terms);
  }

  receiveUpload(fields: ReadonlyMap<string, string>, file: Buffer): Promise<UploadAnswer> {
    return this.uploads.receive(fields, file);
  }
}
