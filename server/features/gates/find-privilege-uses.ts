import { In, LessThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listPrivilegeUses } from '@contract/privileges';
import { scopeNames } from '@privilege-code/scope';
import { ownDataAsked } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';

const PAGE = 20;

/** The donor's own scans, newest first: ids sort by time. */
export async function findPrivilegeUses(
  tx: Tx,
  { cursor }: Input<typeof listPrivilegeUses>,
): Promise<Output<typeof listPrivilegeUses>> {
  const [before] = readCursor(cursor, 1) ?? [];
  const scans = await tx.em.find(GateScan, {
    where: { personId: personOf(tx.actor), ...(before ? { id: LessThan(before) } : {}) },
    order: { id: 'DESC' },
    take: PAGE + 1,
  });
  const gates = await tx.em.findBy(Gate, { id: In(scans.map(scan => scan.gateId)) });
  const { items, nextCursor } = pageOf(scans, PAGE, scan => [scan.id]);
  return { items: items.map(scan => useOf(scan, gates)), nextCursor };
}

function useOf(scan: GateScan, gates: readonly Gate[]) {
  const gate = gates.find(candidate => candidate.id === scan.gateId);
  const [scope] = scopeNames(scan.scope);
  if (!gate || !scope) throw new Error('a scan without a gate or a scope');
  return { id: scan.id, at: scan.at, gateName: gate.name, city: gate.city, scope, result: scan.result };
}

/** All of them: they are thirty days' at the most. */
export const startCopyingUses = (app: App): void =>
  app.events.on(ownDataAsked, async (tx, { personId, add }) => {
    const scans = await tx.em.find(GateScan, { where: { personId }, order: { id: 'DESC' } });
    const gates = await tx.em.findBy(Gate, { id: In([...new Set(scans.map(scan => scan.gateId))]) });
    add(
      '优享码使用记录',
      scans.map(scan => {
        const { at, gateName, city, scope, result } = useOf(scan, gates);
        return { at, gateName, city, scope, result };
      }),
    );
  });
