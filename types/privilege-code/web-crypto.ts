import { toBase64url } from './base64url';
import type { KeyRecord } from './key-set';
import { decompress } from './point';
import type { ReceiptCheck } from './receipt';
import type { SignatureCheck } from './verify';

/** The primitives over the WebCrypto of a browser; `subtle` is handed in, so that this package touches no global. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };

/** A fresh copy: the DOM types do not take views on shared memory. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** ES256 only: browsers know no SM2, so a record of that suite verifies nothing here. */
export function webCryptoCheck(subtle: SubtleCrypto): SignatureCheck & ReceiptCheck {
  const imported = new WeakMap<KeyRecord, Promise<CryptoKey>>();
  const importPoint = (x: string, y: string): Promise<CryptoKey> =>
    subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, P256, false, ['verify']);
  const answer = async (key: Promise<CryptoKey>, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> => {
    try {
      return await subtle.verify(ES256, await key, own(signature), own(bytes));
    } catch {
      return false;
    }
  };
  return {
    sha256: async bytes => new Uint8Array(await subtle.digest('SHA-256', own(bytes))),
    verifySignature(record, bytes, signature) {
      if (record.alg !== 'ES256') return false;
      const key = imported.get(record) ?? importPoint(record.x, record.y);
      imported.set(record, key);
      return answer(key, bytes, signature);
    },
    verifyDevice(point, bytes, signature) {
      const both = decompress(point);
      return both ? answer(importPoint(toBase64url(both.x), toBase64url(both.y)), bytes, signature) : false;
    },
  };
}
