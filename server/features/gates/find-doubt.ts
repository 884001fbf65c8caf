import { In } from 'typeorm';
import { MIN_INTERVAL } from '@privilege-code/life-times';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import { isTooFast } from './travel-speed';

/**
 * What makes us look twice at a code that is in order: the donor's last use. The donor's row is held by then, so nothing can come
 * between. Ids sort by time.
 */
export async function findDoubt(tx: Tx, personId: string, gate: Gate): Promise<'interval' | 'speed' | undefined> {
  const last = await tx.em.findOne(GateScan, {
    where: { personId, result: In(['green', 'amber']) },
    order: { id: 'DESC' },
  });
  if (!last) return undefined;
  const seconds = (Date.parse(tx.now) - Date.parse(last.at)) / 1000;
  if (last.groupCode === gate.groupCode) return seconds < MIN_INTERVAL ? 'interval' : undefined;
  const before = await tx.em.findOneBy(Gate, { id: last.gateId });
  return before && isTooFast(before, gate, seconds) ? 'speed' : undefined;
}
