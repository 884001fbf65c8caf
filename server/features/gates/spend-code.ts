import { In, MoreThan } from 'typeorm';
import { plusSeconds } from '@server/platform/clock';
import { isUniqueViolation } from '@server/platform/db/errors';
import type { Tx } from '@server/platform/tx';
import { GateScan } from './gate-scan.entity';
import { SpentCode } from './spent-code.entity';

/** False when the code was used before. The insert decides, never a look beforehand. */
export async function spendCode(tx: Tx, replayKey: string): Promise<boolean> {
  try {
    await tx.em.insert(SpentCode, { replayKey, spentAt: tx.now });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

const MIN_INTERVAL_SECONDS = 60;

/** Did the donor pass this group of gates a moment ago? The donor's row is held by then, so nothing can come between. */
export const passedJustNow = (tx: Tx, personId: string, groupCode: string): Promise<boolean> =>
  tx.em.existsBy(GateScan, {
    personId,
    groupCode,
    at: MoreThan(plusSeconds(tx.now, -MIN_INTERVAL_SECONDS)),
    result: In(['green', 'amber']),
  });
