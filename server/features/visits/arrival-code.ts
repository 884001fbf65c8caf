import type { Instant } from '@rules/calendar';
import { plusSeconds } from '@server/platform/clock';
import type { Crypto } from '@server/platform/crypto/key-ring';

/** Seconds that a shown code works. */
const lifetimeSeconds = 300;
/** Says what the code is for; a code of another kind does not start like this, and neither prefix opens the other. */
const prefix = 'A1.';

export interface ArrivalCode {
  readonly text: string;
  readonly expiresAt: Instant;
}

export interface Arriving {
  readonly personId: string;
  /** The account on whose phone the code was shown; undefined when the person was found otherwise. */
  readonly accountId?: string;
}

/**
 * Who stands at the counter, sealed: whoever reads the code off a screen learns nothing, cannot make another and cannot
 * prolong it. It is stateless, so showing it writes nothing; that nobody is checked in twice is the open visit's business.
 */
export function writeArrivalCode(crypto: Crypto, { personId, accountId }: Arriving, now: Instant): ArrivalCode {
  const expiresAt = plusSeconds(now, lifetimeSeconds);
  return { text: prefix + crypto.seal('secret', `arrival ${personId} ${expiresAt} ${accountId ?? ''}`), expiresAt };
}

/** The person and account, or undefined when the code is made up, changed, of another kind or too old. */
export function readArrivalCode(crypto: Crypto, text: string, now: Instant): Arriving | undefined {
  if (!text.startsWith(prefix)) return undefined;
  let plain: string;
  try {
    plain = crypto.open('secret', text.slice(prefix.length));
  } catch {
    // Whatever was scanned, we did not write it.
    return undefined;
  }
  const [purpose, personId, expiresAt, accountId] = plain.split(' ');
  if (purpose !== 'arrival' || personId === undefined || expiresAt === undefined || now >= expiresAt) return undefined;
  return { personId, accountId: accountId === '' ? undefined : accountId };
}
