import { mintLiveCode, type Sign } from './form-a';
import type { KeyRecord, KeySet } from './key-set';
import type { LiveClaims } from './profile';
import type { VerifyContext } from './verify';

/** Test keys through WebCrypto: this package knows no `node:` module, and so do its tests. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };

/** A fresh copy: the DOM types do not take views on shared memory. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const NOW = 1_767_225_600;
export const CTI = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
export const KID = Uint8Array.of(0xab, 0x01);
export const liveClaims: LiveClaims = { exp: NOW + 60, cti: CTI, scope: 0x07 };

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));

export interface TestIssuer {
  sign: Sign;
  key: KeyRecord;
  keySet: KeySet;
}

export async function aTestIssuer(): Promise<TestIssuer> {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const key: KeyRecord = {
    ...{ kid: 'ab01', use: 'live', alg: 'ES256', curve: 'P-256', x, y },
    ...{ signFrom: 0, signUntil: NOW + 86_400, verifyUntil: NOW + 2 * 86_400 },
  };
  return {
    sign: async bytes => new Uint8Array(await crypto.subtle.sign(ES256, pair.privateKey, own(bytes))),
    key,
    keySet: { version: 1, issuedAt: NOW, keys: [key] },
  };
}

export async function verifyEs256(
  point: Pick<KeyRecord, 'x' | 'y'>,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const jwk = { kty: 'EC', crv: 'P-256', x: point.x, y: point.y };
  const key = await crypto.subtle.importKey('jwk', jwk, P256, false, ['verify']);
  return crypto.subtle.verify(ES256, key, own(signature), own(bytes));
}

export const contextOf = (issuer: TestIssuer, change: Partial<VerifyContext> = {}): VerifyContext => ({
  now: NOW,
  keySet: issuer.keySet,
  gateScope: 0x02,
  verifySignature: verifyEs256,
  isRevoked: () => false,
  ...change,
});

export const aLiveCode = (issuer: TestIssuer, claims: Partial<LiveClaims> = {}): Promise<string> =>
  mintLiveCode(KID, { ...liveClaims, ...claims }, issuer.sign);
