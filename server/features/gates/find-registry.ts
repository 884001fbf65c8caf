import { In, MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listFlaggedUses, listGates } from '@contract/gate-registry';
import { maskName } from '@rules/identifiers';
import { scopeNames } from '@privilege-code/scope';
import { getPerson, openName } from '@server/features/identity';
import { findOldSecrets } from '@server/features/organizations';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { countFlagged } from './count-flagged';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';

const PAGE = 20;

export async function findGates(tx: Tx, { cursor }: Input<typeof listGates>): Promise<Output<typeof listGates>> {
  const [after] = readCursor(cursor, 1) ?? [];
  const where = after ? { code: MoreThan(after) } : {};
  const rows = await tx.em.find(Gate, { where, order: { code: 'ASC' }, take: PAGE + 1 });
  const { items, nextCursor } = pageOf(rows, PAGE, gate => [gate.code]);
  const codes = items.map(({ code }) => code);
  const [oldSecrets, scans] = [await findOldSecrets(tx, codes), await sumScans(tx, items)];
  return { items: items.map(gate => ({ ...shown(gate, oldSecrets), ...scans(gate.id) })), nextCursor };
}

function shown(gate: Gate, oldSecrets: ReadonlyMap<string, string>) {
  const { id, code, name, operatorName, kind, city, place, scope, groupCode, staffed, active } = gate;
  const told = { code, name, operatorName, kind, city, place, groupCode, staffed, active };
  return { gateId: id, ...told, scopes: scopeNames(scope), oldSecretUntil: oldSecrets.get(code) ?? null };
}

/** Rows go after 30 days, so what is there is of the last 30. */
async function sumScans(tx: Tx, gates: readonly Gate[]) {
  const rows = await tx.em
    .createQueryBuilder(GateScan, 'scan')
    .select('scan.gate_id', 'gateId')
    .addSelect('MAX(scan.at)', 'lastScanAt')
    .addSelect('SUM(scan.flagged)', 'flagged')
    .where({ gateId: In(gates.map(({ id }) => id)) })
    .groupBy('scan.gate_id')
    .getRawMany<{ gateId: string; lastScanAt: string; flagged: number | string }>();
  return (gateId: string) => {
    const row = rows.find(sum => sum.gateId === gateId);
    return { lastScanAt: row?.lastScanAt ?? null, flagged: Number(row?.flagged ?? 0) };
  };
}

type Flagged = Output<typeof listFlaggedUses>['items'][number];

export async function findFlaggedUses(
  tx: Tx,
  { cursor }: Input<typeof listFlaggedUses>,
): Promise<Output<typeof listFlaggedUses>> {
  const [before] = readCursor(cursor, 1) ?? [];
  const query = tx.em
    .createQueryBuilder(GateScan, 'scan')
    .where('scan.flagged = 1')
    .orderBy('scan.id', 'DESC')
    .take(PAGE + 1);
  if (before) query.andWhere('scan.id < :before', { before });
  const { items, nextCursor } = pageOf(await query.getMany(), PAGE, scan => [scan.id]);
  const gates = await tx.em.findBy(Gate, { id: In(items.map(scan => scan.gateId)) });
  const told: Flagged[] = [];
  for (const scan of items) told.push(await flaggedOf(tx, scan, gates));
  return { items: told, nextCursor };
}

async function flaggedOf(tx: Tx, { id, at, gateId, personId, reason }: GateScan, gates: readonly Gate[]) {
  const gate = gates.find(candidate => candidate.id === gateId);
  const donor = personId
    ? { maskedName: maskName(openName(tx, await getPerson(tx, personId))), times: await countFlagged(tx, personId) }
    : { maskedName: null, times: 0 };
  return { id, at, gateName: gate?.name ?? '', city: gate?.city ?? '', reason: reason as Flagged['reason'], ...donor };
}
