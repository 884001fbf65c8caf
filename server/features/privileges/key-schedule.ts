import type { Instant } from '@rules/calendar';
import { plusSeconds } from '@server/platform/clock';

const DAY = 86_400;
/** A gate pulls the key set daily at worst; a week leaves room for one that was off. */
const PUBLISHED_EARLY = 7 * DAY;

export type RingUse = 'root' | 'live' | 'receipt';
export const RING_USES: readonly RingUse[] = ['root', 'live', 'receipt'];

const LIFE: Record<RingUse, { sign: number; verifyAfter: number }> = {
  // Gates learn the root once, by hand; it changes with their installation, not by rotation.
  root: { sign: 3650 * DAY, verifyAfter: 0 },
  live: { sign: 90 * DAY, verifyAfter: 2 * DAY },
  receipt: { sign: 90 * DAY, verifyAfter: 2 * DAY },
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
