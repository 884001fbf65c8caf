import { MoreThan } from 'typeorm';
import { plusSeconds } from '@server/platform/clock';
import type { Tx } from '@server/platform/tx';
import { GateScan } from './gate-scan.entity';

const FLAGGED_SECONDS = 30 * 86_400;

/** Uses of this donor in 30 days that gates let in on their own and should not have. */
export const countFlagged = (tx: Tx, personId: string): Promise<number> =>
  tx.em.countBy(GateScan, { personId, flagged: true, at: MoreThan(plusSeconds(tx.now, -FLAGGED_SECONDS)) });
