import { sm2 } from 'sm-crypto-v2';
import { fromBase64url, toBase64url } from '@privilege-code/base64url';
import { fromHex, toHex } from '@privilege-code/hex';
import type { Sign } from '@privilege-code/issue';
import type { KeyRecord } from '@privilege-code/key-set';

/**
 * SM2 with SM3 and the user id 1234567812345678 of GB/T 32918 (密评). Not the SM2 of Node: that signs with an empty user id and
 * cannot be told otherwise, so nobody else could verify it.
 */
const OPTIONS = { hash: true, der: false, userId: '1234567812345678' } as const;

type Point = Pick<KeyRecord, 'x' | 'y'>;
type Precomputed = ReturnType<typeof sm2.precomputePublicKey>;

export function generateSm2(): Point & { privateHex: string } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  // 04, x, y.
  const point = fromHex(publicKey.slice(2));
  return { x: toBase64url(point.subarray(0, 32)), y: toBase64url(point.subarray(32)), privateHex: privateKey };
}

export const sm2Signer =
  (privateHex: string): Sign =>
  bytes =>
    fromHex(sm2.doSignature(bytes, privateHex, OPTIONS));

const pointHex = ({ x, y }: Point): string => `04${toHex(fromBase64url(x))}${toHex(fromBase64url(y))}`;

const precomputed = new WeakMap<Point, Precomputed>();

/** Seven times as fast with the table of the point's multiples, which costs as much as some verifications. */
export function verifySm2(record: Point, bytes: Uint8Array, signature: Uint8Array): boolean {
  const hex = pointHex(record);
  try {
    const point = precomputed.get(record) ?? sm2.precomputePublicKey(hex);
    precomputed.set(record, point);
    return sm2.doVerifySignature(bytes, toHex(signature), point, OPTIONS);
  } catch {
    return false;
  }
}
