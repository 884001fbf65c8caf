import { fromBase64url } from './base64url';
import { fromHex, toHex } from './hex';

/** A point of P-256 as form B carries it: x, and whether y is odd. */
export interface DevicePoint {
  x: Uint8Array;
  odd: boolean;
}

/** Both coordinates as a JWK has them. */
export function compressPoint({ x, y }: { x: string; y: string }): DevicePoint {
  return { x: fromBase64url(x), odd: ((fromBase64url(y).at(-1) ?? 0) & 1) === 1 };
}

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/**
 * y of a compressed point, or undefined when no point of the curve has this x. For readers whose crypto takes only both
 * coordinates; nothing here is secret, so the time it takes may show.
 */
export function decompress({ x, odd }: DevicePoint): { x: Uint8Array; y: Uint8Array } | undefined {
  const a = BigInt(`0x${toHex(x)}`);
  if (a >= P) return undefined;
  const square = mod(a * a * a - 3n * a + B);
  const root = power(square, (P + 1n) / 4n);
  if (mod(root * root) !== square) return undefined;
  const y = (root & 1n) === (odd ? 1n : 0n) ? root : P - root;
  return { x, y: fromHex(y.toString(16).padStart(64, '0')) };
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = mod(square * square))
    if (exponent & 1n) result = mod(result * square);
  return result;
}

const mod = (value: bigint): bigint => ((value % P) + P) % P;
