import { SUITES } from './algorithms';
import { decodeBase45 } from './base45';
import { type CoseSign1, parseCoseSign1, sigStructure } from './cose-sign1';
import { toHex } from './hex';
import { findKey, type KeyRecord, type KeySet, type KeyUse } from './key-set';
import * as life from './life-times';
import { Malformed } from './malformed';
import type { DevicePoint } from './point';
import * as profile from './profile';
import { deviceReplayKey, liveReplayKey } from './replay-key';
import { STAFFED_ONLY } from './scope';

export type CodeFault = 'format' | 'key' | 'signature' | 'early' | 'expired' | 'scope' | 'revoked';
/** `live` also when it was minted in advance; `device` is form B; `paper` may be used again and again. */
export type CodeForm = 'live' | 'device' | 'paper';

export interface VerifiedCode {
  form: CodeForm;
  kid: string;
  /** Eight bytes in hex: of this code, or of the credential or card behind it. */
  cti: string;
  /** UTC seconds. */
  exp: number;
  /** UTC seconds at which it was made; null on paper, which does not say. */
  issuedAt: number | null;
  scope: number;
  /** What the one-time rule counts. */
  replayKey: string;
}

/** `code` is there as soon as its signature is proved, also when it is refused for its time or its place. */
export type Verification =
  { valid: true; code: VerifiedCode } | { valid: false; reason: CodeFault; code?: VerifiedCode };

/** The two signature primitives, of whatever crypto the host has. Both get r||s, 64 bytes; they answer and never throw. */
export interface SignatureCheck {
  verifySignature: (key: KeyRecord, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
  /** ES256 by the key inside a credential; false also when the point is not on the curve. */
  verifyDevice: (point: DevicePoint, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
}

export interface VerifyContext extends SignatureCheck {
  /** UTC seconds. */
  now: number;
  keySet: KeySet;
  /** Scope bits that this gate opens for. */
  gateScope: number;
  /** Somebody stands there and looks at the holder; without, paper opens nothing. */
  staffed: boolean;
  /** Asked with the eight bytes of cti in hex. */
  isRevoked: (cti: string) => boolean;
}

const MAX_CHARACTERS = 400;
const PREFIX_LENGTH = 4;
const USE: Record<CodeForm, KeyUse> = { live: 'live', device: 'credential', paper: 'paper' };
const FORM: Readonly<Record<string, CodeForm>> = {
  [life.LIVE_PREFIX]: 'live',
  [life.DEVICE_PREFIX]: 'device',
  [life.PAPER_PREFIX]: 'paper',
};

/**
 * Steps 1 to 8 of the gate algorithm, cheapest first; what is left is the one-time rule, which belongs to a set or a
 * database. Never throws on any text.
 */
export async function verifyCode(text: string, context: VerifyContext): Promise<Verification> {
  const parsed = parseCode(text);
  if (!parsed) return refuse('format');
  const { form, message, header, claims, device } = parsed;
  const key = findKey(context.keySet, toHex(header.kid), USE[form], header.alg, context.now);
  if (!key || (device && !SUITES.ES256.accepted.includes(device.alg))) return refuse('key');
  if (!(await context.verifySignature(key, signedBytes(message), message.signature))) return refuse('signature');
  if (device && !(await context.verifyDevice(device.point, signedBytes(device.outer), device.outer.signature)))
    return refuse('signature');
  const code = codeOf(form, key.kid, claims, device?.iat);
  const fault = timeFault(code, context.now) ?? placeFault(code, context);
  return fault ? { valid: false, reason: fault, code } : { valid: true, code };
}

/** Section 3.1 of the protocol. Form B compares two signed times, so that no gate's clock can stretch a credential. */
function timeFault({ form, exp, issuedAt }: VerifiedCode, now: number): CodeFault | undefined {
  if (form === 'paper') return now < exp ? undefined : 'expired';
  const iat = issuedAt ?? 0;
  if (form === 'live') {
    if (now < iat - life.LIVE_TOLERANCE) return 'early';
    return now < exp + life.LIVE_TOLERANCE ? undefined : 'expired';
  }
  if (iat < exp - life.CREDENTIAL_LIFE || now < iat - life.DEVICE_EARLY) return 'early';
  return iat < exp && now < iat + life.DEVICE_LATE ? undefined : 'expired';
}

function placeFault(code: VerifiedCode, { gateScope, staffed, isRevoked }: VerifyContext): CodeFault | undefined {
  if ((code.scope & gateScope & ~STAFFED_ONLY) === 0) return 'scope';
  if (code.form === 'paper' && !staffed) return 'scope';
  return isRevoked(code.cti) ? 'revoked' : undefined;
}

function codeOf(form: CodeForm, kid: string, claims: profile.LiveClaims, iat: number | undefined): VerifiedCode {
  const { exp, scope } = claims;
  const replayKey = iat === undefined ? liveReplayKey(claims.cti) : deviceReplayKey(claims.cti, iat);
  const issuedAt = form === 'paper' ? null : (iat ?? exp - life.LIVE_LIFE);
  return { form, kid, cti: toHex(claims.cti), exp, issuedAt, scope, replayKey };
}

interface ParsedCode {
  form: CodeForm;
  /** What the issuer signed. */
  message: CoseSign1;
  header: profile.CodeHeader;
  claims: profile.LiveClaims;
  /** What the phone signed around it. */
  device?: { outer: CoseSign1; alg: number; iat: number; point: DevicePoint };
}

function parseCode(text: string): ParsedCode | undefined {
  const code = withoutLineEnd(text);
  const form = code.length > MAX_CHARACTERS ? undefined : FORM[code.slice(0, PREFIX_LENGTH)];
  if (!form) return undefined;
  try {
    const message = parseCoseSign1(decodeBase45(code.slice(PREFIX_LENGTH)));
    if (form === 'device') return parseDevice(message);
    const claims = form === 'live' ? profile.readLiveClaims(message.payload) : profile.readPaperClaims(message.payload);
    return { form, message, header: profile.readHeader(message), claims };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function parseDevice(outer: CoseSign1): ParsedCode {
  const { alg, credential } = profile.readDeviceHeader(outer);
  const message = parseCoseSign1(credential);
  const claims = profile.readCredentialClaims(message.payload);
  const device = { outer, alg, iat: profile.readDeviceTime(outer.payload), point: claims.device };
  return { form: 'device', message, header: profile.readHeader(message), claims, device };
}

const signedBytes = ({ protectedBytes, payload }: CoseSign1): Uint8Array => sigStructure(protectedBytes, payload);

/** Scanners that act as a keyboard add CR or LF; anything else they add means that the text was mangled. */
function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\r' || text[end - 1] === '\n')) end--;
  return text.slice(0, end);
}

const refuse = (reason: CodeFault): Verification => ({ valid: false, reason });
