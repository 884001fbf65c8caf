import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { MIN_INTERVAL } from '@privilege-code/life-times';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import { isTooFast } from './travel-speed';

/** An uploaded use stands between others of the donor: it is held against the one before and the one after. */
export async function findLateDoubt(
  tx: Tx,
  use: { personId: string; gate: Gate; at: string },
): Promise<'interval' | 'speed' | undefined> {
  const { personId, gate, at } = use;
  const letIn = { personId, result: In(['green', 'amber']) };
  const neighbours = await Promise.all([
    tx.em.findOne(GateScan, { where: { ...letIn, at: LessThanOrEqual(at) }, order: { at: 'DESC' } }),
    tx.em.findOne(GateScan, { where: { ...letIn, at: MoreThan(at) }, order: { at: 'ASC' } }),
  ]);
  for (const neighbour of neighbours) {
    const doubt = neighbour && (await doubtBetween(tx, gate, at, neighbour));
    if (doubt) return doubt;
  }
  return undefined;
}

async function doubtBetween(
  tx: Tx,
  gate: Gate,
  at: string,
  other: GateScan,
): Promise<'interval' | 'speed' | undefined> {
  const seconds = Math.abs(Date.parse(at) - Date.parse(other.at)) / 1000;
  if (other.groupCode === gate.groupCode) return seconds < MIN_INTERVAL ? 'interval' : undefined;
  const there = await tx.em.findOneBy(Gate, { id: other.gateId });
  return there && isTooFast(there, gate, seconds) ? 'speed' : undefined;
}
