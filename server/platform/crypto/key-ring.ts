import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** What a sealed value is used for. Health data has a key of its own, and the answers of questionnaires another. */
export type Purpose = 'identity' | 'health' | 'answers' | 'secret' | 'bank';

/** Keys by id, 32 bytes each in base64; `current` seals, every listed key opens. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

export interface Crypto {
  /** AES-256-GCM; the value names its key, so keys rotate without a rewrite. */
  seal(purpose: Purpose, plain: string): string;
  /** Throws when the value was changed, was sealed for another purpose, or its key is gone. */
  open(purpose: Purpose, sealed: string): string;
  /** The same for a file: the id of the key, a zero byte, then nonce, tag and what was sealed. */
  sealBytes(purpose: Purpose, plain: Buffer): Buffer;
  openBytes(purpose: Purpose, sealed: Buffer): Buffer;
  /** Keyed hash by which a person is found; the number itself is never a key. */
  blindIndex(docType: string, docNumber: string): string;
  /** Keyed hash for other look-ups, for example of a token. */
  fingerprint(scope: string, value: string): string;
}

export interface CryptoKeys {
  readonly identity: KeyRing;
  readonly health: KeyRing;
  readonly answers: KeyRing;
  readonly secret: KeyRing;
  readonly bank: KeyRing;
  /** Key of the blind index, base64. It cannot rotate without a rewrite of the index column. */
  readonly blindIndex: string;
}

const nonceBytes = 12;

/** Every nonce is new; they are drawn five hundred at a time, because each call for random bytes costs as much as a seal. */
function noncePool(): () => Buffer {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === pool.length) [pool, at] = [randomBytes(512 * nonceBytes), 0];
    return pool.subarray(at, (at += nonceBytes));
  };
}

export function createCrypto(rings: CryptoKeys): Crypto {
  const nextNonce = noncePool();
  const cache = new Map<string, KeyObject>();
  const keyOf = (purpose: Purpose, id: string): KeyObject => {
    const cached = cache.get(`${purpose}/${id}`);
    if (cached) return cached;
    const text = rings[purpose].keys[id];
    if (text === undefined) throw new Error(`no key ${id} in the ring for ${purpose}`);
    // A KeyObject is prepared once; a buffer would be prepared for every value.
    const key = createSecretKey(text, 'base64');
    if (key.symmetricKeySize !== 32) throw new Error(`key ${id} of the ring for ${purpose} is not 32 bytes`);
    cache.set(`${purpose}/${id}`, key);
    return key;
  };
  const indexKey = createSecretKey(rings.blindIndex, 'base64');
  const keyed = (text: string) => createHmac('sha256', indexKey).update(text).digest('base64url');
  /** Nonce, tag and body under the key with this id. */
  const encrypt = (purpose: Purpose, id: string, plain: Buffer): Buffer => {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', keyOf(purpose, id), nonce);
    cipher.setAAD(Buffer.from(purpose));
    const body = cipher.update(plain);
    // This mode has no blocks to fill: the end adds nothing to the body.
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const decrypt = (purpose: Purpose, id: string, bytes: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose, id), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  };
  return {
    seal(purpose, plain) {
      const id = rings[purpose].current;
      return `${id}.${encrypt(purpose, id, Buffer.from(plain, 'utf8')).toString('base64url')}`;
    },
    open(purpose, sealed) {
      const dot = sealed.indexOf('.');
      return decrypt(purpose, sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url')).toString('utf8');
    },
    sealBytes(purpose, plain) {
      const id = rings[purpose].current;
      return Buffer.concat([Buffer.from(`${id}\0`), encrypt(purpose, id, plain)]);
    },
    openBytes(purpose, sealed) {
      const end = sealed.indexOf(0);
      return decrypt(purpose, sealed.subarray(0, end).toString(), sealed.subarray(end + 1));
    },
    blindIndex: (docType, docNumber) => keyed(`${docType}\n${docNumber}`),
    fingerprint: (scope, value) => keyed(`${scope}\n\n${value}`),
  };
}

/** Same text, same hash: for evidence and bodies, not for secrets or people. */
export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
