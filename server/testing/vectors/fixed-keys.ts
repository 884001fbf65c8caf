import { createECDH, createHash, createHmac } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { Suite } from '@privilege-code/algorithms';
import { SUITES } from '@privilege-code/algorithms';
import { toBase64url } from '@privilege-code/base64url';
import { fromHex, toHex } from '@privilege-code/hex';
import type { Issuer, Sign } from '@privilege-code/issue';
import type { KeyRecord, KeyUse } from '@privilege-code/key-set';
import type { DevicePoint } from '@privilege-code/point';

/**
 * Keys and signatures that come out the same each time, for vectors that stand in the repository. The nonce is made from key and
 * message instead of chance; anybody can work the private keys out, so nothing real may ever trust them.
 */
const ORDER: Record<Suite, bigint> = {
  ES256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  SM2: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
};
const OPENSSL_NAME: Record<Suite, string> = { ES256: 'prime256v1', SM2: 'SM2' };

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const mod = (value: bigint, n: bigint): bigint => ((value % n) + n) % n;

function inverse(value: bigint, n: bigint): bigint {
  let [result, base] = [1n, mod(value, n)];
  for (let exponent = n - 2n; exponent > 0n; exponent >>= 1n, base = mod(base * base, n))
    if (exponent & 1n) result = mod(result * base, n);
  return result;
}

/** 65 bytes: 04, x, y. */
function multiplyBase(alg: Suite, scalar: bigint): Uint8Array {
  const ecdh = createECDH(OPENSSL_NAME[alg]);
  ecdh.setPrivateKey(bytesOf(scalar));
  return new Uint8Array(ecdh.getPublicKey());
}

export interface FixedKey {
  alg: Suite;
  x: string;
  y: string;
  point: DevicePoint;
  sign: Sign;
  /** Signs as OpenSSL’s SM2 does, with an empty user id. */
  signWithId: (userId: string) => Sign;
}

const DEFAULT_ID = '1234567812345678';

export function fixedKey(name: string, alg: Suite = 'ES256'): FixedKey {
  const n = ORDER[alg];
  const d = numberOf(createHash('sha256').update(`test vectors: ${name}`).digest()) % n;
  const point = multiplyBase(alg, d);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)];
  const nonce = (bytes: Uint8Array): bigint => numberOf(createHmac('sha256', bytesOf(d)).update(bytes).digest()) % n;
  const es256: Sign = bytes => {
    const k = nonce(bytes);
    const r = mod(numberOf(multiplyBase(alg, k).subarray(1, 33)), n);
    const z = numberOf(createHash('sha256').update(bytes).digest());
    return Uint8Array.from([...bytesOf(r), ...bytesOf(mod(inverse(k, n) * (z + r * d), n))]);
  };
  const signSm2 =
    (userId: string): Sign =>
    bytes => {
      const k = nonce(bytes);
      const e = BigInt(`0x${sm2.getHash(bytes, toHex(point), userId)}`);
      const r = mod(e + numberOf(multiplyBase(alg, k).subarray(1, 33)), n);
      return Uint8Array.from([...bytesOf(r), ...bytesOf(mod(inverse(1n + d, n) * (k - r * d), n))]);
    };
  return {
    ...{ alg, x: toBase64url(x), y: toBase64url(y), point: { x, odd: ((y.at(-1) ?? 0) & 1) === 1 } },
    sign: alg === 'ES256' ? es256 : signSm2(DEFAULT_ID),
    signWithId: signSm2,
  };
}

export const issuerOf = (kid: string, key: FixedKey): Issuer => ({ kid: fromHex(kid), alg: key.alg, sign: key.sign });

/** (r, n-s): verifies as well, and is another text. */
export function otherSpelling(signature: Uint8Array): Uint8Array {
  const s = numberOf(signature.subarray(32));
  return Uint8Array.from([...signature.subarray(0, 32), ...bytesOf(ORDER.ES256 - s)]);
}

export const recordOf = (kid: string, use: KeyUse, key: FixedKey, times: Partial<KeyRecord> = {}): KeyRecord => ({
  ...{ kid, use, alg: key.alg, curve: SUITES[key.alg].curve, x: key.x, y: key.y },
  ...{ signFrom: 1_767_139_200, signUntil: 1_774_915_200, verifyUntil: 1_775_088_000 },
  ...times,
});
