import { type Curve, type Suite, SUITES } from './algorithms';

/** Uses are kept apart: a key that signs live codes signs nothing else. */
export type KeyUse = 'live' | 'credential' | 'paper' | 'list' | 'receipt';

export interface KeyRecord {
  /** Two bytes as four hex digits; never used twice. */
  kid: string;
  use: KeyUse;
  alg: Suite;
  curve: Curve;
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
  /** UTC seconds at which the set was signed. */
  issuedAt: number;
  keys: readonly KeyRecord[];
}

export function findKey(keySet: KeySet, kid: string, use: KeyUse, alg: number, now: number): KeyRecord | undefined {
  const key = keySet.keys.find(record => record.kid === kid);
  if (!key || key.use !== use || key.curve !== SUITES[key.alg].curve) return undefined;
  // The key record names the header numbers it allows, so a header can never choose the algorithm.
  if (!SUITES[key.alg].accepted.includes(alg)) return undefined;
  return now < key.verifyUntil ? key : undefined;
}

/** A rolled-back set would bring a withdrawn key back to life; a kid with another key would forge history. */
export function mayReplaceKeySet(held: KeySet, offered: KeySet): boolean {
  if (offered.version < held.version || offered.issuedAt < held.issuedAt) return false;
  const kids = offered.keys.map(key => key.kid);
  if (new Set(kids).size !== kids.length) return false;
  // Under one version the content is one: otherwise a withdrawn key could come back without a higher number.
  if (offered.version === held.version && !kids.every(kid => held.keys.some(record => record.kid === kid)))
    return false;
  return offered.keys.every(key => {
    const known = held.keys.find(record => record.kid === key.kid);
    return !known || (known.use === key.use && known.alg === key.alg && known.x === key.x && known.y === key.y);
  });
}
