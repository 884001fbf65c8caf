import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { KeyRecord } from '@privilege-code/key-set';

type Point = Pick<KeyRecord, 'x' | 'y'>;

// COSE and JWS want r||s; the default of OpenSSL is DER.
const P1363 = { dsaEncoding: 'ieee-p1363' } as const;

export const signEs256 = (key: KeyObject, bytes: Uint8Array): Uint8Array => sign('sha256', bytes, { key, ...P1363 });

export const publicKeyOf = ({ x, y }: Point): KeyObject =>
  createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });

const imported = new WeakMap<Point, KeyObject>();

/** The signature primitive of `verifyCode`. Importing a key costs as much as a verification, so each record is imported once. */
export function verifyEs256(record: Point, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = imported.get(record) ?? publicKeyOf(record);
  imported.set(record, key);
  return verify('sha256', bytes, { key, ...P1363 }, signature);
}

export interface NewKeyPair extends Point {
  /** Private JWK as JSON text. */
  privateJwk: string;
}

export function generateEs256(): NewKeyPair {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  if (!jwk.x || !jwk.y) throw new Error('P-256 key without a point');
  return { x: jwk.x, y: jwk.y, privateJwk: JSON.stringify(jwk) };
}
