import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  assertKey,
  contentTypes,
  type StoredObject,
  type UploadAnswer,
  type UploadForm,
  type UploadTerms,
} from './port';
import { policyFault, policyText } from './post-policy';

/** Where our own server takes the form (`platform/files/receive-upload.ts`). */
export const ownUploadPath = '/api/uploads/object';

interface Store {
  get(key: string): Promise<Buffer | undefined>;
  put(object: StoredObject): Promise<void>;
}

/** The vendor's form upload spoken by ourselves, for files that lie on our own disk: the page posts the same form to another address. */
export class OwnUploads {
  constructor(
    private readonly store: Store,
    private readonly secret: string,
    private readonly now: () => Date,
  ) {}

  permit(terms: UploadTerms): UploadForm {
    assertKey(terms.key);
    const policy = Buffer.from(policyText(terms, new Date(this.now().getTime() + terms.seconds * 1000), {})).toString(
      'base64',
    );
    return {
      url: ownUploadPath,
      fields: [
        { name: 'key', value: terms.key },
        { name: 'x-oss-content-type', value: terms.contentType },
        { name: 'policy', value: policy },
        { name: 'signature', value: this.sign(policy) },
      ],
    };
  }

  async receive(fields: ReadonlyMap<string, string>, file: Buffer): Promise<UploadAnswer> {
    const policy = fields.get('policy') ?? '';
    if (!isSame(this.sign(policy), fields.get('signature') ?? '')) return refused(403, 'SignatureDoesNotMatch');
    const fault = policyFault(policy, { fields, size: file.length }, this.now());
    if (fault) return refused(fault === 'AccessDenied' ? 403 : 400, fault);
    const key = fields.get('key') ?? '';
    const contentType = contentTypes.find(type => type === fields.get('x-oss-content-type'));
    if (!contentType) return refused(400, 'InvalidArgument');
    // A permission is for one file: a second post is refused whatever it brings.
    if (await this.store.get(key)) return refused(409, 'FileAlreadyExists');
    await this.store.put({ key, bytes: file, contentType });
    return { status: 204, code: null };
  }

  private sign(policy: string): string {
    return createHmac('sha256', this.secret).update(policy).digest('hex');
  }
}

const refused = (status: 400 | 403 | 409, code: string): UploadAnswer => ({ status, code });
/** By bytes: what comes in a form need not be of characters of one byte. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
