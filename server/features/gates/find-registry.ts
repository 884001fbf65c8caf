import { In, type FindOptionsWhere, Like, MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/gate-registry';
import { scopeNames } from '@privilege-code/scope';
import { findOldSecrets } from '@server/features/organizations';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import { GateState } from './gate-state.entity';
import { fromE6 } from './position';
import { findChanges } from './record-change';

type Listed = Output<typeof contract.listGates>['items'][number];

const PAGE = 20;
/** Nothing of what operators search for holds these, and escaping them differs between databases. */
const withoutWildcards = (search: string): string => search.replace(/[%_\\]/g, ' ').trim();

export async function findGates(
  tx: Tx,
  { city, search, cursor }: Input<typeof contract.listGates>,
): Promise<Output<typeof contract.listGates>> {
  const [after] = readCursor(cursor, 1) ?? [];
  const base: FindOptionsWhere<Gate> = {
    ...(after === undefined ? {} : { code: MoreThan(after) }),
    ...(city === undefined ? {} : { city }),
  };
  const query = tx.em.createQueryBuilder(Gate, 'gate').where(base);
  if (search !== undefined) {
    const part = Like(`%${withoutWildcards(search)}%`);
    query.andWhere([{ code: part }, { name: part }, { operatorName: part }, { place: part }]);
  }
  const rows = await query
    .orderBy('gate.code', 'ASC')
    .take(PAGE + 1)
    .getMany();
  const { items, nextCursor } = pageOf(rows, PAGE, gate => [gate.code]);
  return { items: await listed(tx, items), nextCursor };
}

async function listed(tx: Tx, gates: readonly Gate[]): Promise<Listed[]> {
  if (gates.length === 0) return [];
  const oldSecrets = await findOldSecrets(
    tx,
    gates.map(({ code }) => code),
  );
  const scans = await sumScans(tx, gates);
  const states = await tx.em.findBy(GateState, { gateId: In(gates.map(({ id }) => id)) });
  return gates.map(gate => {
    const { id, code, name, operatorName, kind, city, place, placeId, scope, groupCode, staffed, active } = gate;
    const told = { code, name, operatorName, kind, city, place, placeId, groupCode, staffed, active };
    const sums = scans(id);
    const seen = [sums.lastScanAt, states.find(({ gateId }) => gateId === id)?.seenAt ?? null];
    return {
      ...{ gateId: id, ...told, type: gate.type || null, scopes: scopeNames(scope), position: fromE6(gate) },
      ...{ oldSecretUntil: oldSecrets.get(code) ?? null, ...sums },
      lastSeenAt:
        seen
          .flatMap(at => at ?? [])
          .sort()
          .at(-1) ?? null,
    };
  });
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

export async function findGate(
  tx: Tx,
  { gateId }: Input<typeof contract.getGate>,
  currentKeySet: number,
): Promise<Output<typeof contract.getGate>> {
  const gate = await tx.em.findOneBy(Gate, { id: gateId });
  const [shown] = gate ? await listed(tx, [gate]) : [];
  if (!gate || !shown) throw notFound();
  const state = await tx.em.findOneBy(GateState, { gateId });
  const listVersion = state?.listVersion ?? null;
  return {
    ...shown,
    registeredAt: gate.createdAt,
    keySet: { held: state?.keySetVersion ?? null, current: String(currentKeySet) },
    listAt: listVersion === null ? null : new Date(Number(listVersion) * 1000).toISOString(),
    results: await countResults(tx, gateId),
    history: await findChanges(tx, gateId),
  };
}

async function countResults(tx: Tx, gateId: string) {
  const rows = await tx.em
    .createQueryBuilder(GateScan, 'scan')
    .select('scan.result', 'result')
    .addSelect('COUNT(*)', 'times')
    .where({ gateId })
    .groupBy('scan.result')
    .getRawMany<{ result: string; times: number | string }>();
  const of = (result: GateScan['result']) => Number(rows.find(row => row.result === result)?.times ?? 0);
  return { green: of('green'), amber: of('amber'), red: of('red') };
}
