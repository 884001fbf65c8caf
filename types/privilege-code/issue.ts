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
  return LIVE_PREFIX + encodeBase45(await signShort(issuer, claims));
}

/** A printed code: the layout of a live one, but long-lived and marked for places where staff look at the holder. */
export async function mintPaperCode(issuer: Issuer, claims: LiveClaims): Promise<string> {
  if (!isPaperScope(claims.scope)) throw new RangeError('scope');
  return PAPER_PREFIX + encodeBase45(await signShort(issuer, claims));
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

/** Of an issuer, with empty claims: its codes differ in 13 bytes of claims and the signature. */
interface Frame {
  /** Ends with the payload. */
  signed: Uint8Array;
  /** Ends with the payload, two bytes before the signature, and the signature. */
  token: Uint8Array;
}

const frames = new WeakMap<Issuer, Frame>();
const PAYLOAD_BYTES = 20;
const SIGNATURE_BYTES = 64;

function frameOf(issuer: Issuer): Frame {
  const known = frames.get(issuer);
  if (known) return known;
  const payload = encodeCbor(claimsOf({ exp: 0xffff_ffff, cti: new Uint8Array(CTI_BYTES), scope: 0 }));
  const header = headerOf(issuer);
  const token = encodeCoseSign1(header, payload, new Uint8Array(SIGNATURE_BYTES));
  const frame = { signed: sigStructure(header, payload), token };
  frames.set(issuer, frame);
  return frame;
}

/** All codes of an issuer have one length, so nothing is encoded anew for each. */
async function signShort(issuer: Issuer, claims: LiveClaims): Promise<Uint8Array> {
  if (claims.cti.length !== CTI_BYTES || !isTime(claims.exp)) throw new RangeError('cti or exp');
  const frame = frameOf(issuer);
  const signed = frame.signed.slice();
  const token = frame.token.slice();
  const end = token.length - SIGNATURE_BYTES;
  writeClaims(signed, signed.length - PAYLOAD_BYTES, claims);
  writeClaims(token, end - 2 - PAYLOAD_BYTES, claims);
  const signature = await issuer.sign(signed);
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('signature');
  token.set(signature, end);
  return token;
}

/** A3 04 1A exp 07 48 cti 09 41 scope. */
function writeClaims(bytes: Uint8Array, at: number, { exp, cti, scope }: LiveClaims): void {
  bytes[at + 3] = exp >>> 24;
  bytes[at + 4] = exp >>> 16;
  bytes[at + 5] = exp >>> 8;
  bytes[at + 6] = exp;
  bytes.set(cti, at + 9);
  bytes[at + 19] = scope;
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
