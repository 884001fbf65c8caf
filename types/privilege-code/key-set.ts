/** Uses are kept apart: a key that signs live codes signs nothing else. */
export type KeyUse = 'live' | 'credential' | 'paper' | 'list' | 'receipt';

export interface KeyRecord {
  /** Two bytes as four hex digits; never used twice. */
  kid: string;
  use: KeyUse;
  alg: 'ES256';
  curve: 'P-256';
  /** Coordinates of the public point, base64url. */
  x: string;
  y: string;
  /** UTC seconds. */
  signFrom: number;
  signUntil: number;
  verifyUntil: number;
}

export interface KeySet {
  /** Only grows. */
  version: number;
  /** UTC seconds. */
  issuedAt: number;
  keys: readonly KeyRecord[];
}

// The key record names the header numbers it allows, so a header can never choose the algorithm.
// -9 is ESP256 of RFC 9864: the same signature under a number that also fixes the curve.
const ALLOWED_HEADERS: Record<KeyRecord['alg'], readonly number[]> = { ES256: [-7, -9] };

export function findKey(keySet: KeySet, kid: string, use: KeyUse, alg: number, now: number): KeyRecord | undefined {
  const key = keySet.keys.find(record => record.kid === kid);
  if (!key || key.use !== use || key.curve !== 'P-256') return undefined;
  if (!ALLOWED_HEADERS[key.alg].includes(alg)) return undefined;
  return now < key.verifyUntil ? key : undefined;
}

/** A rolled-back set would bring a withdrawn key back to life; a kid with another key would forge history. */
export function mayReplaceKeySet(held: KeySet, offered: KeySet): boolean {
  if (offered.version < held.version) return false;
  const kids = offered.keys.map(key => key.kid);
  if (new Set(kids).size !== kids.length) return false;
  return offered.keys.every(key => {
    const known = held.keys.find(record => record.kid === key.kid);
    return !known || (known.use === key.use && known.alg === key.alg && known.x === key.x && known.y === key.y);
  });
}
