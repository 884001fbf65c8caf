import { createDeviceKey, publicPointOf, signWithDevice } from './device-key';
import { signDeviceCode } from './form-b';
import { type Issuer, issueCredential, mintLiveCode, mintPaperCode, type Sign } from './issue';
import type { KeyRecord, KeySet, KeyUse } from './key-set';
import { compressPoint } from './point';
import type { LiveClaims } from './profile';
import type { VerifyContext } from './verify';
import { webCryptoCheck } from './web-crypto';

/** Test keys through WebCrypto: this package knows no `node:` module, and so do its tests. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };
const { subtle } = crypto;

export const NOW = 1_767_225_600;
export const CTI = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
export const KID = Uint8Array.of(0xab, 0x01);
export const liveClaims: LiveClaims = { exp: NOW + 60, cti: CTI, scope: 0x07 };

export interface TestIssuer extends Issuer {
  key: KeyRecord;
  /** The same pair for each use under a kid of its own. */
  keySet: KeySet;
  as: (use: KeyUse) => Issuer;
}

const KIDS: Record<KeyUse, number> = { live: 1, credential: 2, paper: 3, list: 4, receipt: 5 };

export async function aTestIssuer(): Promise<TestIssuer> {
  const pair = await subtle.generateKey(P256, true, ['sign', 'verify']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  const record = (use: KeyUse): KeyRecord => ({
    ...{ kid: `ab0${KIDS[use]}`, use, alg: 'ES256', curve: 'P-256', x, y },
    ...{ signFrom: NOW - 86_400, signUntil: NOW + 86_400, verifyUntil: NOW + 2 * 86_400 },
  });
  const sign: Sign = async bytes => new Uint8Array(await subtle.sign(ES256, pair.privateKey, new Uint8Array(bytes)));
  const as = (use: KeyUse): Issuer => ({ kid: Uint8Array.of(0xab, KIDS[use]), alg: 'ES256', sign });
  const keys = (Object.keys(KIDS) as KeyUse[]).map(record);
  return { ...as('live'), key: record('live'), keySet: { version: 1, issuedAt: NOW, keys }, as };
}

export const testCheck = webCryptoCheck(subtle);
export const verifyEs256 = testCheck.verifySignature;

export const contextOf = (issuer: Pick<TestIssuer, 'keySet'>, change: Partial<VerifyContext> = {}): VerifyContext => ({
  ...testCheck,
  now: NOW,
  keySet: issuer.keySet,
  gateScope: 0x02,
  staffed: true,
  isRevoked: () => false,
  ...change,
});

export const aLiveCode = (issuer: TestIssuer, claims: Partial<LiveClaims> = {}): Promise<string> =>
  mintLiveCode(issuer, { ...liveClaims, ...claims });

export const DAY_END = NOW + 43_200;

export const aPaperCode = (issuer: TestIssuer): Promise<string> =>
  mintPaperCode(issuer.as('paper'), { ...liveClaims, exp: DAY_END, scope: 0x0f });

export interface TestPhone {
  pair: CryptoKeyPair;
  credential: Uint8Array;
  /** The code that it shows at this moment. */
  show: (now: number) => Promise<string>;
}

export async function aPhone(issuer: TestIssuer, claims: Partial<LiveClaims> = {}): Promise<TestPhone> {
  const pair = await createDeviceKey(subtle);
  const device = compressPoint(await publicPointOf(subtle, pair));
  const credential = await issueCredential(issuer.as('credential'), {
    ...{ ...liveClaims, exp: DAY_END, ...claims },
    device,
  });
  return { pair, credential, show: now => signDeviceCode(credential, now, signWithDevice(subtle, pair)) };
}
