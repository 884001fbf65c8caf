import { encodeBase45 } from './base45';
import { fromHex } from './hex';
import { DEVICE_PREFIX, DEVICE_SLOT } from './life-times';
import type { Sign } from './issue';

/**
 * What a phone needs for its own codes: a frame of fixed bytes around the issuer's token, the time and a signature. No CBOR
 * library: two lengths are all that changes, and only between suites.
 */
const CREDENTIAL_BYTES = { ES256: 143, SM2: 147 };
/** {1: -7, 13: bytes(n)}: four bytes and the length before the token. */
const PROTECTED = fromHex('a201260d58');
const PROTECTED_BYTES = 6;
/** ["Signature1", bytes(n + 6)… */
const TO_SIGN = fromHex('846a5369676e61747572653158');
/** …, h'', bytes(7) {6: …}] */
const TIME_TO_SIGN = fromHex('4047a1061a');
const OUTER = fromHex('8458');
const TIME = fromHex('a047a1061a');
const SIGNATURE = fromHex('5840');

/**
 * An offline code, 345 characters: `now` (UTC seconds, by the last server time and a clock that ran since) is cut to its slot of
 * 15 s, so that the code of a slot stays one code however often the page is drawn.
 */
export async function signDeviceCode(credential: Uint8Array, now: number, sign: Sign): Promise<string> {
  if (!Object.values(CREDENTIAL_BYTES).includes(credential.length)) throw new RangeError('credential');
  const iat = Math.floor(now / DEVICE_SLOT) * DEVICE_SLOT;
  const time = Uint8Array.of(iat >>> 24, (iat >>> 16) & 0xff, (iat >>> 8) & 0xff, iat & 0xff);
  const header = join(PROTECTED, Uint8Array.of(credential.length), credential);
  const length = Uint8Array.of(credential.length + PROTECTED_BYTES);
  const signature = await sign(join(TO_SIGN, length, header, TIME_TO_SIGN, time));
  if (signature.length !== 64) throw new RangeError('signature');
  return DEVICE_PREFIX + encodeBase45(join(OUTER, length, header, TIME, time, SIGNATURE, signature));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
