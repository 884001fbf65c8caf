import { type Cbor, type CborMap, decodeCborMap, isMap } from './cbor';
import type { CoseSign1 } from './cose-sign1';
import { Malformed } from './malformed';
import type { DevicePoint } from './point';
import { KNOWN_BITS, STAFFED_ONLY } from './scope';

/** Header and claim numbers (IANA COSE and CWT registries; kcwt is of RFC 9528). */
export const HEADER = { alg: 1, kid: 4, kcwt: 13 } as const;
export const CLAIM = { exp: 4, iat: 6, cti: 7, cnf: 8, scope: 9 } as const;
/** Of a COSE_Key: kty EC2 is 2, crv P-256 is 1. */
export const COSE_KEY = { kty: 1, kid: 2, alg: 3, crv: -1, x: -2, y: -3 } as const;
/** Member of `cnf` that holds a COSE_Key (RFC 8747). */
export const CNF_KEY = 1;
export const EC2 = 2;
export const P256 = 1;

export const KID_BYTES = 2;
export const CTI_BYTES = 8;
export const POINT_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Times are always written in five bytes, so that every code of a form has the same length. */
const TIME_MIN = 0x1_0000;
const TIME_MAX = 0xffff_ffff;

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

export interface CredentialClaims extends LiveClaims {
  device: DevicePoint;
}

const HEADER_KEYS = [HEADER.alg, HEADER.kid];
const DEVICE_HEADER_KEYS = [HEADER.alg, HEADER.kcwt];
const LIVE_KEYS = [CLAIM.exp, CLAIM.cti, CLAIM.scope];
const CREDENTIAL_KEYS = [CLAIM.exp, CLAIM.cti, CLAIM.cnf, CLAIM.scope];
const DEVICE_KEYS = [CLAIM.iat];
const CNF_KEYS = [CNF_KEY];
const POINT_KEYS = [COSE_KEY.kty, COSE_KEY.crv, COSE_KEY.x, COSE_KEY.y];

/** Our profile, stricter than COSE: untagged, empty unprotected map, exactly these headers, a 64-byte signature. */
export function readHeader(message: CoseSign1): CodeHeader {
  demandPlain(message);
  demandKeys(message.protectedHeader, HEADER_KEYS);
  return { alg: algOf(message.protectedHeader), kid: bytesOf(message.protectedHeader, HEADER.kid, KID_BYTES) };
}

/** The outer layer of form B: signed by the phone, with the issuer's token in its header. */
export function readDeviceHeader(message: CoseSign1): { alg: number; credential: Uint8Array } {
  demandPlain(message);
  demandKeys(message.protectedHeader, DEVICE_HEADER_KEYS);
  const credential = message.protectedHeader.get(HEADER.kcwt);
  if (!(credential instanceof Uint8Array)) throw new Malformed('profile: kcwt');
  return { alg: algOf(message.protectedHeader), credential };
}

/** The prefix is not signed; the claim set and the paper bit tell a live code from a credential and from paper. */
export function readLiveClaims(payload: Uint8Array): LiveClaims {
  const claims = decodeCborMap(payload);
  demandKeys(claims, LIVE_KEYS);
  return { exp: timeOf(claims, CLAIM.exp), cti: ctiOf(claims), scope: scopeOf(claims, isLiveScope) };
}

export function readPaperClaims(payload: Uint8Array): LiveClaims {
  const claims = decodeCborMap(payload);
  demandKeys(claims, LIVE_KEYS);
  return { exp: timeOf(claims, CLAIM.exp), cti: ctiOf(claims), scope: scopeOf(claims, isPaperScope) };
}

export function readCredentialClaims(payload: Uint8Array): CredentialClaims {
  const claims = decodeCborMap(payload);
  demandKeys(claims, CREDENTIAL_KEYS);
  const [exp, cti, scope] = [timeOf(claims, CLAIM.exp), ctiOf(claims), scopeOf(claims, isLiveScope)];
  const cnf = mapOf(claims.get(CLAIM.cnf), CNF_KEYS);
  const key = mapOf(cnf.get(CNF_KEY), POINT_KEYS);
  if (key.get(COSE_KEY.kty) !== EC2 || key.get(COSE_KEY.crv) !== P256) throw new Malformed('profile: curve');
  const odd = key.get(COSE_KEY.y);
  if (typeof odd !== 'boolean') throw new Malformed('profile: y');
  return { exp, cti, scope, device: { x: bytesOf(key, COSE_KEY.x, POINT_BYTES), odd } };
}

/** What the phone itself signs: the time, and nothing else. */
export function readDeviceTime(payload: Uint8Array): number {
  const claims = decodeCborMap(payload);
  demandKeys(claims, DEVICE_KEYS);
  return timeOf(claims, CLAIM.iat);
}

export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= TIME_MIN && value <= TIME_MAX;

export const isLiveScope = (scope: number): boolean => (scope & ~KNOWN_BITS) === 0 && (scope & STAFFED_ONLY) === 0;
export const isPaperScope = (scope: number): boolean => (scope & ~KNOWN_BITS) === 0 && (scope & STAFFED_ONLY) !== 0;

function demandPlain(message: CoseSign1): void {
  if (message.tagged) throw new Malformed('profile: tagged');
  if (message.unprotectedHeader.size !== 0) throw new Malformed('profile: unprotected header');
  if (message.signature.length !== SIGNATURE_BYTES) throw new Malformed('profile: signature length');
}

function mapOf(value: Cbor | undefined, keys: readonly number[]): CborMap {
  if (!isMap(value)) throw new Malformed('profile: not a map');
  demandKeys(value, keys);
  return value;
}

function demandKeys(map: CborMap, keys: readonly number[]): void {
  if (map.size !== keys.length) throw new Malformed('profile: closed key set');
  for (const key of keys) if (!map.has(key)) throw new Malformed('profile: closed key set');
}

function algOf(header: CborMap): number {
  const alg = header.get(HEADER.alg);
  if (typeof alg !== 'number') throw new Malformed('profile: alg');
  return alg;
}

function timeOf(claims: CborMap, key: number): number {
  const time = claims.get(key);
  if (!isTime(time)) throw new Malformed('profile: time');
  return time;
}

const ctiOf = (claims: CborMap): Uint8Array => bytesOf(claims, CLAIM.cti, CTI_BYTES);

function scopeOf(claims: CborMap, allowed: (scope: number) => boolean): number {
  const scope = bytesOf(claims, CLAIM.scope, 1)[0] ?? 0;
  if (!allowed(scope)) throw new Malformed('profile: scope');
  return scope;
}

function bytesOf(map: CborMap, key: number, length: number): Uint8Array {
  const value = map.get(key);
  if (!(value instanceof Uint8Array) || value.length !== length) throw new Malformed(`profile: key ${key}`);
  return value;
}
