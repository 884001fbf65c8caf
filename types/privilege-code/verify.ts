import { decodeBase45 } from './base45';
import { type CoseSign1, parseCoseSign1, sigStructure } from './cose-sign1';
import { toHex } from './hex';
import { findKey, type KeyRecord, type KeySet } from './key-set';
import { LIVE_LIFE, LIVE_PREFIX, LIVE_TOLERANCE } from './life-times';
import { Malformed } from './malformed';
import { type CodeHeader, type LiveClaims, readHeader, readLiveClaims } from './profile';
import { liveReplayKey } from './replay-key';

export type CodeFault = 'format' | 'key' | 'signature' | 'early' | 'expired' | 'scope' | 'revoked';

export interface VerifiedCode {
  kid: string;
  /** UTC seconds. */
  exp: number;
  scope: number;
  replayKey: string;
}

/** `code` is there as soon as its signature is proved, also when it is refused for its time or its place. */
export type Verification =
  { valid: true; code: VerifiedCode } | { valid: false; reason: CodeFault; code?: VerifiedCode };

export interface VerifyContext {
  /** UTC seconds. */
  now: number;
  keySet: KeySet;
  /** Scope bits that this gate opens for. */
  gateScope: number;
  verifySignature: (key: KeyRecord, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
  /** Asked with the eight bytes of cti in hex. */
  isRevoked: (cti: string) => boolean;
}

const MAX_CHARACTERS = 400;

/**
 * Steps 1 to 8 of the gate algorithm, cheapest first; what is left is the one-time rule, which belongs to a set or a
 * database. Never throws on any text. `BD2:` and `BD3:` are reserved for the offline code and for paper and are
 * refused as `format` until they exist.
 */
export async function verifyCode(text: string, context: VerifyContext): Promise<Verification> {
  const parsed = parseLiveCode(text);
  if (!parsed) return refuse('format');
  const { message, header, claims } = parsed;
  const key = findKey(context.keySet, toHex(header.kid), 'live', header.alg, context.now);
  if (!key) return refuse('key');
  const signed = sigStructure(message.protectedBytes, message.payload);
  if (!(await context.verifySignature(key, signed, message.signature))) return refuse('signature');
  const code = { kid: key.kid, exp: claims.exp, scope: claims.scope, replayKey: liveReplayKey(claims.cti) };
  const fault = faultOf(code, claims, context);
  return fault ? { valid: false, reason: fault, code } : { valid: true, code };
}

function faultOf(code: VerifiedCode, claims: LiveClaims, context: VerifyContext): CodeFault | undefined {
  if (context.now < code.exp - LIVE_LIFE - LIVE_TOLERANCE) return 'early';
  if (context.now >= code.exp + LIVE_TOLERANCE) return 'expired';
  if ((code.scope & context.gateScope) === 0) return 'scope';
  return context.isRevoked(toHex(claims.cti)) ? 'revoked' : undefined;
}

interface ParsedLiveCode {
  message: CoseSign1;
  header: CodeHeader;
  claims: LiveClaims;
}

function parseLiveCode(text: string): ParsedLiveCode | undefined {
  const code = withoutLineEnd(text);
  if (code.length > MAX_CHARACTERS || !code.startsWith(LIVE_PREFIX)) return undefined;
  try {
    const message = parseCoseSign1(decodeBase45(code.slice(LIVE_PREFIX.length)));
    return { message, header: readHeader(message), claims: readLiveClaims(message.payload) };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** Scanners that act as a keyboard add CR or LF; anything else they add means that the text was mangled. */
function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\r' || text[end - 1] === '\n')) end--;
  return text.slice(0, end);
}

const refuse = (reason: CodeFault): Verification => ({ valid: false, reason });
