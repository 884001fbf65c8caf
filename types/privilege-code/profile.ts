import { type CborMap, decodeCborMap } from './cbor';
import type { CoseSign1 } from './cose-sign1';
import { Malformed } from './malformed';
import { KNOWN_BITS, STAFFED_ONLY } from './scope';

/** Header and claim numbers (IANA COSE and CWT registries). */
export const HEADER = { alg: 1, kid: 4 } as const;
export const CLAIM = { exp: 4, cti: 7, scope: 9 } as const;

export const KID_BYTES = 2;
export const CTI_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** exp is always written in five bytes, so that every live code has the same length. */
const EXP_MIN = 0x1_0000;
const EXP_MAX = 0xffff_ffff;

export interface CodeHeader {
  /** COSE algorithm number as claimed; the key record says whether it is allowed. */
  alg: number;
  kid: Uint8Array;
}

export interface LiveClaims {
  /** UTC seconds. */
  exp: number;
  cti: Uint8Array;
  scope: number;
}

/** Our profile, stricter than COSE: untagged, empty unprotected map, exactly these headers, a 64-byte signature. */
export function readHeader(message: CoseSign1): CodeHeader {
  if (message.tagged) throw new Malformed('profile: tagged');
  if (message.unprotectedHeader.size !== 0) throw new Malformed('profile: unprotected header');
  if (message.signature.length !== SIGNATURE_BYTES) throw new Malformed('profile: signature length');
  demandKeys(message.protectedHeader, Object.values(HEADER));
  const alg = message.protectedHeader.get(HEADER.alg);
  if (typeof alg !== 'number') throw new Malformed('profile: alg');
  return { alg, kid: bytesOf(message.protectedHeader, HEADER.kid, KID_BYTES) };
}

/** The prefix is not signed; the claim set and the paper bit tell a live code from a credential and from paper. */
export function readLiveClaims(payload: Uint8Array): LiveClaims {
  const claims = decodeCborMap(payload);
  demandKeys(claims, Object.values(CLAIM));
  const exp = claims.get(CLAIM.exp);
  const scope = bytesOf(claims, CLAIM.scope, 1)[0] ?? 0;
  if (!isLiveExpiry(exp)) throw new Malformed('profile: exp');
  if (!isLiveScope(scope)) throw new Malformed('profile: scope');
  return { exp, cti: bytesOf(claims, CLAIM.cti, CTI_BYTES), scope };
}

export const isLiveExpiry = (exp: unknown): exp is number =>
  typeof exp === 'number' && Number.isInteger(exp) && exp >= EXP_MIN && exp <= EXP_MAX;

export const isLiveScope = (scope: number): boolean => (scope & ~KNOWN_BITS) === 0 && (scope & STAFFED_ONLY) === 0;

function demandKeys(map: CborMap, keys: readonly number[]): void {
  if (map.size !== keys.length || !keys.every(key => map.has(key))) throw new Malformed('profile: closed key set');
}

function bytesOf(map: CborMap, key: number, length: number): Uint8Array {
  const value = map.get(key);
  if (!(value instanceof Uint8Array) || value.length !== length) throw new Malformed(`profile: key ${key}`);
  return value;
}
