import { fromBase64url, toBase64url } from './base64url';
import { fromHex } from './hex';
import { findKey, type KeySet } from './key-set';
import type { SignatureCheck } from './verify';

/** What a gate asked and what it was told; a receipt that says anything else is none. */
export interface ToldAnswer {
  gate: string;
  requestId: string;
  /** Hex; undefined when the gate could not read the code itself: then the request id alone, which nobody could know before, stands for the scan. */
  replayKey: string | undefined;
  result: string;
  reason: string;
}

export interface ReceiptCheck extends Pick<SignatureCheck, 'verifySignature'> {
  sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** COSE number of ES256, which is all that a receipt is signed with. */
const ES256 = -7;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));

/** The claims of a JWT part, or nothing: whatever stands there, it throws nothing. */
function readPart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String.fromCharCode(...fromBase64url(part)));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Was this answer given by the service, to this gate, for this scan, within the last minute? `now` in UTC seconds. */
export async function provesAnswer(
  receipt: string,
  told: ToldAnswer,
  { keySet, now }: { keySet: KeySet; now: number },
  check: ReceiptCheck,
): Promise<boolean> {
  const [head = '', body = '', signature = '', more] = receipt.split('.');
  const { alg, kid } = readPart(head);
  const key = alg === 'ES256' && typeof kid === 'string' ? findKey(keySet, kid, 'receipt', ES256, now) : undefined;
  if (!key || more !== undefined) return false;
  const { aud, rid, rkh, res, rsn, exp } = readPart(body);
  const same = aud === told.gate && rid === told.requestId && res === told.result && rsn === told.reason;
  if (!same || typeof exp !== 'number' || now >= exp) return false;
  if (told.replayKey !== undefined && rkh !== toBase64url(await check.sha256(fromHex(told.replayKey)))) return false;
  try {
    return await check.verifySignature(key, ascii(`${head}.${body}`), fromBase64url(signature));
  } catch {
    return false;
  }
}
