import OSS from 'ali-oss';
import { systemClock } from '@server/platform/clock';
import { z } from 'zod';
import { AdapterFailure } from '../adapter-failure';
import {
  assertKey,
  assertStorable,
  type ObjectStorage,
  type OssConfig,
  type StoredObject,
  type UploadForm,
  type UploadTerms,
} from './port';
import { policyText } from './post-policy';

const ossError = z.looseObject({ code: z.string().optional(), status: z.number().optional() });

/** The vendor's text stays out: it repeats keys and addresses. */
function failure(error: unknown): AdapterFailure {
  const { code, status } = ossError.catch({}).parse(error);
  return new AdapterFailure('object-storage', code ?? String(status ?? 'unavailable'));
}

const codeOf = (error: unknown): string | undefined => ossError.catch({}).parse(error).code;

/** Part of the SDK that its types do not know. */
interface PolicySigner {
  signPostObjectPolicyV4(policy: string, date: Date): string;
}

/** 20261123T050000Z */
const compact = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Alibaba OSS with signatures of version 4. Time and nonce of the signature are the SDK's own. */
export class LiveObjectStorage implements ObjectStorage {
  private readonly client: OSS & PolicySigner;
  private readonly uploadUrl: string;

  constructor(
    private readonly config: OssConfig,
    /** The vendor's clock counts, which is the real one: not that of a demonstration. */
    private readonly now: () => Date = () => new Date(systemClock.millis()),
  ) {
    const { accessKeyId, accessKeySecret, bucket, region, endpoint, cname, timeoutMs, uploadUrl } = config;
    const atBucket = cname ? endpoint : undefined;
    this.uploadUrl = uploadUrl ?? atBucket ?? `https://${bucket}.${region}.aliyuncs.com`;
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
    this.client = new OSS(options) as OSS & PolicySigner;
  }

  get uploadOrigin(): string {
    return new URL(this.uploadUrl).origin;
  }

  /** PostObject with a signature of version 4: the vendor refuses another key, type or size, a second file, and a late one. */
  permitUpload(terms: UploadTerms): UploadForm {
    assertKey(terms.key);
    const { accessKeyId, bucket, region } = this.config;
    const now = this.now();
    const date = compact(now);
    const scope = `${date.slice(0, 8)}/${region.replace(/^oss-/, '')}/oss/aliyun_v4_request`;
    const signed = {
      'x-oss-signature-version': 'OSS4-HMAC-SHA256',
      'x-oss-credential': `${accessKeyId}/${scope}`,
      'x-oss-date': date,
      'x-oss-forbid-overwrite': 'true',
      'x-oss-object-acl': 'private',
      success_action_status: '204',
    };
    const expiresAt = new Date(now.getTime() + terms.seconds * 1000);
    const policy = policyText(terms, expiresAt, { bucket, ...signed });
    const fields = {
      key: terms.key,
      'x-oss-content-type': terms.contentType,
      ...signed,
      policy: Buffer.from(policy).toString('base64'),
      'x-oss-signature': this.client.signPostObjectPolicyV4(policy, now),
    };
    return { url: this.uploadUrl, fields: Object.entries(fields).map(([name, value]) => ({ name, value })) };
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
