import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { systemClock } from '@server/platform/clock';
import { AdapterFailure } from '../adapter-failure';
import { OwnUploads } from './own-uploads';
import {
  assertKey,
  assertStorable,
  type ObjectStorage,
  type StoredObject,
  type UploadAnswer,
  type UploadForm,
  type UploadTerms,
} from './port';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** Files in a folder that only the service's own account reads: for a laptop, and for a shared disk that somebody asked for. */
export class LocalDisk implements ObjectStorage {
  private readonly uploads: OwnUploads;

  /** `uploadSecret` is the same on all copies of the server: one signs a permission, another takes the file. */
  constructor(
    private readonly folder: string,
    uploadSecret: string,
    now: () => Date = () => new Date(systemClock.millis()),
  ) {
    this.uploads = new OwnUploads(this, uploadSecret, now);
  }

  permitUpload(terms: UploadTerms): UploadForm {
    return this.uploads.permit(terms);
  }

  receiveUpload(fields: ReadonlyMap<string, string>, file: Buffer): Promise<UploadAnswer> {
    return this.uploads.receive(fields, file);
  }

  async put(object: StoredObject): Promise<void> {
    assertStorable(object);
    const file = this.fileOf(object.key);
    // Written beside and linked to its name: nobody ever reads half a file, and an existing one is not replaced.
    const draft = `${file}.${randomUUID()}`;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, object.bytes, { mode: 0o600, flush: true });
    try {
      await link(draft, file);
    } catch (error) {
      const same = codeOf(error) === 'EEXIST' && (await this.get(object.key))?.equals(object.bytes) === true;
      if (!same) throw new AdapterFailure('object-storage', codeOf(error));
    } finally {
      await rm(draft, { force: true });
    }
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(key));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error instanceof RangeError ? error : new AdapterFailure('object-storage', codeOf(error));
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.fileOf(key), { force: true });
  }

  private fileOf(key: string): string {
    assertKey(key);
    return path.join(this.folder, ...key.split('/'));
  }
}
