import { type Suite, SUITES } from './algorithms';
import { encodeBase45 } from './base45';
import { type Cbor, encodeCbor } from './cbor';
import { encodeCoseSign1, sigStructure } from './cose-sign1';
import { LIVE_PREFIX, PAPER_PREFIX } from './life-times';
import {
  CLAIM,
  CNF_KEY,
  COSE_KEY,
  type CredentialClaims,
  CTI_BYTES,
  EC2,
  HEADER,
  isLiveScope,
  isPaperScope,
  isTime,
  KID_BYTES,
  type LiveClaims,
  P256,
  POINT_BYTES,
} from './profile';

/** Returns r||s, 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A key that signs for the issuer: two bytes of name, and the suite that its key record pins. */
export interface Issuer {
  kid: Uint8Array;
  alg: Suite;
  sign: Sign;
}

/** A live code: 97 bytes, 150 characters, QR version 6-M. A wrong argument is a defect of the caller, so it throws. */
export async function mintLiveCode(issuer: Issuer, claims: LiveClaims): Promise<string> {
  if (!isLiveScope(claims.scope)) throw new RangeError('scope');
  return LIVE_PREFIX + encodeBase45(await signToken(issuer, claimsOf(claims)));
}

/** A printed code: the layout of a live one, but long-lived and marked for places where staff look at the holder. */
export async function mintPaperCode(issuer: Issuer, claims: LiveClaims): Promise<string> {
  if (!isPaperScope(claims.scope)) throw new RangeError('scope');
  return PAPER_PREFIX + encodeBase45(await signToken(issuer, claimsOf(claims)));
}

/** The issuer's token of form B, 143 bytes: this key may show codes for a day. */
export async function issueCredential(issuer: Issuer, claims: CredentialClaims): Promise<Uint8Array> {
  if (!isLiveScope(claims.scope)) throw new RangeError('scope');
  if (claims.device.x.length !== POINT_BYTES) throw new RangeError('point');
  const key = new Map<number, Cbor>([
    [COSE_KEY.kty, EC2],
    [COSE_KEY.crv, P256],
    [COSE_KEY.x, claims.device.x],
    [COSE_KEY.y, claims.device.odd],
  ]);
  return signToken(issuer, claimsOf(claims).set(CLAIM.cnf, new Map([[CNF_KEY, key]])));
}

function claimsOf({ exp, cti, scope }: LiveClaims): Map<number, Cbor> {
  if (cti.length !== CTI_BYTES || !isTime(exp)) throw new RangeError('cti or exp');
  return new Map<number, Cbor>([
    [CLAIM.exp, exp],
    [CLAIM.cti, cti],
    [CLAIM.scope, Uint8Array.of(scope)],
  ]);
}

const signToken = (issuer: Issuer, claims: ReadonlyMap<number, Cbor>): Promise<Uint8Array> =>
  signPayload(issuer, encodeCbor(claims));

const headers = new WeakMap<Issuer, Uint8Array>();

/** The same for everything that an issuer signs. */
function headerOf(issuer: Issuer): Uint8Array {
  const known = headers.get(issuer);
  if (known) return known;
  if (issuer.kid.length !== KID_BYTES) throw new RangeError('kid');
  const bytes = encodeCbor(
    new Map<number, Cbor>([
      [HEADER.alg, SUITES[issuer.alg].header],
      [HEADER.kid, issuer.kid],
    ]),
  );
  headers.set(issuer, bytes);
  return bytes;
}

/** COSE_Sign1 with our two headers over a payload that is encoded already. */
export async function signPayload(issuer: Issuer, payload: Uint8Array): Promise<Uint8Array> {
  const protectedBytes = headerOf(issuer);
  return encodeCoseSign1(protectedBytes, payload, await issuer.sign(sigStructure(protectedBytes, payload)));
}
