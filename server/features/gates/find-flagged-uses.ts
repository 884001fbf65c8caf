import { Brackets, In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listFlaggedUses as contract } from '@contract/gate-registry';
import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { countFlagged } from './count-flagged';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';

type Flagged = Output<typeof contract>['items'][number];

const PAGE = 20;
/** Why staff were asked to look at a donor; a card, at which they always look, is no doubt. */
const doubts: readonly GateScan['reason'][] = ['interval', 'speed', 'review'];

/**
 * All that was flagged, by its index. Of one gate also what staff were asked to look at: there are too many scans in the
 * province to search all of them for that.
 */
export async function findFlaggedUses(
  tx: Tx,
  { gateId, cursor }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const [before] = readCursor(cursor, 1) ?? [];
  const query = tx.em
    .createQueryBuilder(GateScan, 'scan')
    .orderBy('scan.id', 'DESC')
    .take(PAGE + 1);
  if (gateId === undefined) query.where('scan.flagged = 1');
  else
    query
      .where('scan.gateId = :gateId', { gateId })
      .andWhere(
        new Brackets(either =>
          either
            .where('scan.flagged = 1')
            .orWhere("(scan.result = 'amber' AND scan.reason IN (:...doubts))", { doubts }),
        ),
      );
  if (before) query.andWhere('scan.id < :before', { before });
  const { items, nextCursor } = pageOf(await query.getMany(), PAGE, scan => [scan.id]);
  const gates = await tx.em.findBy(Gate, { id: In(items.map(scan => scan.gateId)) });
  const told: Flagged[] = [];
  for (const scan of items) told.push(await flaggedOf(tx, scan, gates));
  return { items: told, nextCursor };
}

async function flaggedOf(tx: Tx, scan: GateScan, gates: readonly Gate[]): Promise<Flagged> {
  const { id, at, gateId, personId, alone, flagged } = scan;
  const gate = gates.find(candidate => candidate.id === gateId);
  const donor = personId
    ? { maskedName: maskName(openName(tx, await getPerson(tx, personId))), times: await countFlagged(tx, personId) }
    : { maskedName: null, times: 0 };
  const where = { gateId, gateName: gate?.name ?? '', city: gate?.city ?? '' };
  return { id, at, ...where, alone, flagged, reason: scan.reason as Flagged['reason'], ...donor };
}
