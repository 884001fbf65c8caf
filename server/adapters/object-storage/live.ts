import OSS from 'ali-oss';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import { assertKey, assertStorable, type ObjectStorage, type OssConfig, type StoredObject } from './port';

const ossError = z.looseObject({ code: z.string().optional(), status: z.number().optional() });

/** The vendor's text stays out: it repeats keys and addresses. */
function failure(error: unknown): AdapterFailure {
  const { code, status } = ossError.catch({}).parse(error);
  return new AdapterFailure('object-storage', code ?? String(status ?? 'unavailable'));
}

const codeOf = (error: unknown): string | undefined => ossError.catch({}).parse(error).code;

/** Alibaba OSS with signatures of version 4. Time and nonce of the signature are the SDK's own. */
export class LiveObjectStorage implements ObjectStorage {
  private readonly client: OSS;

  constructor({ accessKeyId, accessKeySecret, bucket, region, endpoint, cname, timeoutMs }: OssConfig) {
    const options: OSS.Options & { authorizationV4: boolean } = {
      accessKeyId,
      accessKeySecret,
      bucket,
      region,
      cname,
      timeout: timeoutMs,
      secure: endpoint === undefined || endpoint.startsWith('https:'),
      authorizationV4: true,
      ...(endpoint === undefined ? {} : { endpoint }),
    };
    this.client = new OSS(options);
  }

  async put(object: StoredObject): Promise<void> {
    assertStorable(object);
    const { key, bytes, contentType } = object;
    const headers = { 'x-oss-object-acl': 'private', 'x-oss-forbid-overwrite': 'true' };
    try {
      await this.client.put(key, bytes, { mime: contentType, headers });
    } catch (error) {
      if (codeOf(error) !== 'FileAlreadyExists') throw failure(error);
      // A repeated job: what lies there must be what it brings.
      if (!(await this.get(key))?.equals(bytes)) throw failure(error);
    }
  }

  async get(key: string): Promise<Buffer | undefined> {
    assertKey(key);
    try {
      const { content } = await this.client.get(key);
      return Buffer.from(content as Buffer);
    } catch (error) {
      if (codeOf(error) === 'NoSuchKey') return undefined;
      throw failure(error);
    }
  }

  async remove(key: string): Promise<void> {
    assertKey(key);
    try {
      await this.client.delete(key);
    } catch (error) {
      throw failure(error);
    }
  }
}
