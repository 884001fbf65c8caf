import { isUniqueViolation } from '@server/platform/db/errors';
import type { Tx } from '@server/platform/tx';
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
