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

/**
 * Who stands at the counter, sealed: whoever reads the code off a screen learns nothing, cannot make another and cannot
 * prolong it. It is stateless, so showing it writes nothing; that nobody is checked in twice is the open visit's business.
 */
export function writeArrivalCode(crypto: Crypto, personId: string, now: Instant): ArrivalCode {
  const expiresAt = plusSeconds(now, lifetimeSeconds);
  return { text: prefix + crypto.seal('secret', `arrival ${personId} ${expiresAt}`), expiresAt };
}

/** The person, or undefined when the code is made up, changed, of another kind or too old. */
export function readArrivalCode(crypto: Crypto, text: string, now: Instant): string | undefined {
  if (!text.startsWith(prefix)) return undefined;
  let plain: string;
  try {
    plain = crypto.open('secret', text.slice(prefix.length));
  } catch {
    // Whatever was scanned, we did not write it.
    return undefined;
  }
  const [purpose, personId, expiresAt] = plain.split(' ');
  return purpose === 'arrival' && expiresAt !== undefined && now < expiresAt ? personId : undefined;
}
