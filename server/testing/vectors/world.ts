import { encodeBase45, decodeBase45 } from '@privilege-code/base45';
import { type Cbor, type CborMap, encodeCbor } from '@privilege-code/cbor';
import { encodeCoseSign1, sigStructure } from '@privilege-code/cose-sign1';
import { fromHex } from '@privilege-code/hex';
import { issueCredential, mintLiveCode, mintPaperCode } from '@privilege-code/issue';
import { signDeviceCode } from '@privilege-code/form-b';
import type { KeySet } from '@privilege-code/key-set';
import type { LiveClaims } from '@privilege-code/profile';
import { type FixedKey, fixedKey, issuerOf, recordOf } from './fixed-keys';

/** 2026-01-01T00:00:00Z. Every vector stands around it. */
export const NOW = 1_767_225_600;
export const DAY = 86_400;

const names = ['live', 'credential', 'paper', 'list', 'receipt', 'old live', 'stranger'] as const;
export const root = { kid: 'f001', key: fixedKey('root') };
export const keys = Object.fromEntries(names.map(name => [name, fixedKey(name)])) as Record<
  (typeof names)[number],
  FixedKey
>;
export const sm2Key = fixedKey('sm2 live', 'SM2');
export const phoneKey = fixedKey('phone');
export const otherPhoneKey = fixedKey('other phone');

const all = [
  recordOf('0002', 'live', keys.live),
  recordOf('0003', 'credential', keys.credential),
  recordOf('0004', 'paper', keys.paper),
  recordOf('0005', 'list', keys.list),
  recordOf('0006', 'receipt', keys.receipt),
];
const oldLive = recordOf('0001', 'live', keys['old live'], { verifyUntil: NOW + 10 * DAY });
const set = (version: number, records: KeySet['keys'], issuedAt = NOW - 600): KeySet => ({
  ...{ version, issuedAt, keys: records },
});

/** Named in the file; `keys-2` is `keys-1` after a withdrawal. */
export const keySets: Readonly<Record<string, KeySet>> = {
  'keys-1': set(6, [oldLive, ...all]),
  'keys-2': set(7, all, NOW),
  'keys-sm2': set(7, [...all, recordOf('0007', 'live', sm2Key)]),
  'keys-expired': set(6, [recordOf('0002', 'live', keys.live, { verifyUntil: NOW })]),
};

export const cti = (n: number): Uint8Array => fromHex((0x1000 + n).toString(16).padStart(16, '0'));

const live = issuerOf('0002', keys.live);
const credential = issuerOf('0003', keys.credential);
const paper = issuerOf('0004', keys.paper);

export const aCode = (n: number, change: Partial<LiveClaims> = {}, issuer = live): Promise<string> =>
  mintLiveCode(issuer, { exp: NOW + 60, cti: cti(n), scope: 0x02, ...change });
export const aCard = (n: number, change: Partial<LiveClaims> = {}): Promise<string> =>
  mintPaperCode(paper, { exp: NOW + 365 * DAY, cti: cti(n), scope: 0x0f, ...change });
export const aCredential = (n: number, change: Partial<LiveClaims> = {}): Promise<Uint8Array> =>
  issueCredential(credential, {
    ...{ exp: NOW + DAY / 2, cti: cti(n), scope: 0x07 },
    ...change,
    device: phoneKey.point,
  });
export const shown = async (token: Promise<Uint8Array>, iat: number, key = phoneKey): Promise<string> =>
  signDeviceCode(await token, iat, key.sign);

/** Any header and any claims under a good signature: only the profile stands between them and the gate. */
export async function signed(
  header: CborMap,
  claims: CborMap | Uint8Array,
  key = keys.live,
  prefix = 'BD1:',
): Promise<string> {
  return prefix + encodeBase45(await signedBytes(header, claims, key));
}

export async function signedBytes(header: CborMap, claims: CborMap | Uint8Array, key: FixedKey): Promise<Uint8Array> {
  const protectedBytes = encodeCbor(header);
  const payload = claims instanceof Uint8Array ? claims : encodeCbor(claims);
  return encodeCoseSign1(protectedBytes, payload, await key.sign(sigStructure(protectedBytes, payload)));
}

export const header = (...more: [number, Cbor][]): CborMap =>
  new Map<number, Cbor>([[1, -7], [4, fromHex('0002')], ...more]);
export const claims = (n: number, ...more: [number, Cbor][]): CborMap =>
  new Map<number, Cbor>([[4, NOW + 60], [7, cti(n)], [9, Uint8Array.of(2)], ...more]);

export const reword = (text: string, change: (bytes: Uint8Array) => Uint8Array): string =>
  text.slice(0, 4) + encodeBase45(change(decodeBase45(text.slice(4))));
