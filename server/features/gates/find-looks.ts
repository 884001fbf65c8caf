import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listLooks as contract } from '@contract/gate-registry';
import { addDays, chinaInstant } from '@rules/calendar';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';

type Look = Output<typeof contract>['items'][number];

const PAGE = 20;
const ALIAS_LENGTH = 6;
/** A card, at which staff always look, is no doubt. */
const doubts: readonly Look['reason'][] = ['interval', 'speed', 'review'];

/**
 * A day at a time: by the index of times, so that no scan pays for an index of its own. Operators see that one donor stands behind
 * several lines, and nobody's name: who it is, is told where somebody decides about the donor.
 */
export async function findLooks(
  tx: Tx,
  { day = tx.today, cursor }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const before = readCursor(cursor, 2);
  // No clock has a day after the last one of the calendar.
  if (day > tx.today) return { items: [], nextCursor: null };
  const query = tx.em
    .createQueryBuilder(GateScan, 'scan')
    .where('scan.at >= :from AND scan.at < :to', {
      from: chinaInstant(day, '00:00'),
      to: chinaInstant(addDays(day, 1), '00:00'),
    })
    .andWhere("scan.result = 'amber' AND scan.alone = 0 AND scan.reason IN (:...doubts)", { doubts })
    .orderBy('scan.at', 'DESC')
    .addOrderBy('scan.id', 'DESC')
    .take(PAGE + 1);
  if (before) {
    const [at, id] = before;
    query.andWhere('(scan.at < :at OR (scan.at = :at AND scan.id < :id))', { at, id });
  }
  const { items, nextCursor } = pageOf(await query.getMany(), PAGE, scan => [scan.at, scan.id]);
  const gates = await tx.em.findBy(Gate, { id: In(items.map(scan => scan.gateId)) });
  const told = items.map(({ id, at, gateId, personId, reason }): Look => {
    const gate = gates.find(candidate => candidate.id === gateId);
    const alias = tx.app.crypto
      .fingerprint(`looked at on ${day}`, personId ?? '')
      .slice(0, ALIAS_LENGTH)
      .toUpperCase();
    const where = { gateId, gateName: gate?.name ?? '', city: gate?.city ?? '' };
    return { id, at, ...where, reason: reason as Look['reason'], alias };
  });
  return { items: told, nextCursor };
}
