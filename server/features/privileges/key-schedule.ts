import type { KeyUse } from '@privilege-code/key-set';
import type { Instant } from '@rules/calendar';
import { plusSeconds } from '@server/platform/clock';

const DAY = 86_400;
/** Long enough that nobody queues for it often, short enough that a forgotten card ends. */
export const CARD_DAYS = 365;

/** A gate pulls the key set daily at worst; a week leaves room for one that was off. */
const PUBLISHED_EARLY = 7 * DAY;

export type RingUse = 'root' | KeyUse;
export const RING_USES: readonly RingUse[] = ['root', 'live', 'receipt', 'credential', 'paper', 'list'];
/** What the donor shows; only these follow the configured suite. Gates read the rest with what every platform has. */
export const CODE_USES: readonly RingUse[] = ['live', 'credential', 'paper'];

const LIFE: Record<RingUse, { sign: number; verifyAfter: number }> = {
  // Gates learn the root once, by hand; it changes with their installation, not by rotation.
  root: { sign: 3650 * DAY, verifyAfter: 0 },
  live: { sign: 90 * DAY, verifyAfter: 2 * DAY },
  receipt: { sign: 90 * DAY, verifyAfter: 2 * DAY },
  credential: { sign: 90 * DAY, verifyAfter: 2 * DAY },
  // A card signed on the last day is still good for its whole life.
  paper: { sign: 90 * DAY, verifyAfter: (CARD_DAYS + 2) * DAY },
  list: { sign: 90 * DAY, verifyAfter: 2 * DAY },
};

export interface KeyTimes {
  signFrom: Instant;
  signUntil: Instant;
  verifyUntil: Instant;
}

/** The times of the key that has to be made now, or undefined while the newest one is good for another week. */
export function nextKeyTimes(use: RingUse, existing: readonly KeyTimes[], now: Instant): KeyTimes | undefined {
  const last = existing.reduce((latest, key) => (key.signUntil > latest ? key.signUntil : latest), '');
  if (last > plusSeconds(now, PUBLISHED_EARLY)) return undefined;
  const signFrom = last > now ? last : now;
  const signUntil = plusSeconds(signFrom, LIFE[use].sign);
  return { signFrom, signUntil, verifyUntil: plusSeconds(signUntil, LIFE[use].verifyAfter) };
}

/** The key to sign with: the newest that has begun. */
export function currentKey<Key extends KeyTimes>(keys: readonly Key[], now: Instant): Key | undefined {
  return keys
    .filter(key => key.signFrom <= now && now < key.signUntil)
    .reduce<Key | undefined>((newest, key) => (newest && newest.signFrom >= key.signFrom ? newest : key), undefined);
}
