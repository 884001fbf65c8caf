import { randomInt } from 'node:crypto';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Attempt } from './attempt.entity';

interface AttemptLimit {
  /** What is tried, such as `password`. */
  readonly scope: string;
  /** Account or person that tries, or is tried. */
  readonly subject: string;
  readonly most: number;
  readonly windowSeconds: number;
}

type AttemptAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number };

const longestWindowSeconds = 2 * 24 * 3600;
const keyOf = (tx: Tx, { scope, subject }: Pick<AttemptLimit, 'scope' | 'subject'>) =>
  tx.app.crypto.fingerprint(`attempt ${scope}`, subject);

/**
 * Takes one try before it is made, so that many at once cannot all slip through. Needs a transaction of its own:
 * a try that ends in a refusal must still count.
 */
export async function countAttempt(tx: Tx, limit: AttemptLimit): Promise<AttemptAnswer> {
  const attemptKey = keyOf(tx, limit);
  // Now and then is enough: old rows only take space.
  if (randomInt(64) === 0)
    await tx.em.delete(Attempt, { startedAt: LessThan(plusSeconds(tx.now, -longestWindowSeconds)) });
  await tx.em
    .createQueryBuilder()
    .insert()
    .into(Attempt)
    .values({ id: newId(), attemptKey, startedAt: tx.now, used: 0 })
    .orIgnore()
    .execute();
  const over = plusSeconds(tx.now, -limit.windowSeconds);
  await tx.em.update(Attempt, { attemptKey, startedAt: LessThanOrEqual(over) }, { startedAt: tx.now, used: 0 });
  const taken = await tx.em
    .createQueryBuilder()
    .update(Attempt)
    .set({ used: () => 'used + 1' })
    .where({ attemptKey, used: LessThan(limit.most) })
    .execute();
  if (taken.affected === 1) return { allowed: true };
  const { startedAt } = await tx.em.findOneByOrFail(Attempt, { attemptKey });
  const freeAt = Date.parse(plusSeconds(startedAt, limit.windowSeconds));
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((freeAt - Date.parse(tx.now)) / 1000)) };
}

/** After a success: the next wrong try starts a count of its own. */
export async function forgiveAttempts(tx: Tx, of: Pick<AttemptLimit, 'scope' | 'subject'>): Promise<void> {
  await tx.em.delete(Attempt, { attemptKey: keyOf(tx, of) });
}
