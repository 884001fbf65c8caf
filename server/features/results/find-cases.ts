import type { Input, Output } from '@contract/endpoint';
import type { listCases } from '@contract/cases';
import { findSitesById } from '@server/features/sites';
import { organizationOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { FollowUpCase } from './follow-up-case.entity';

/** Complaints are judged from outside the station; money is the operators' alone. */
const kindsFor = (tx: Tx): readonly FollowUpCase['kind'][] =>
  tx.actor.role === 'operator' ? ['survey', 'books', 'payback'] : ['survey'];

/** Nurses see all of their own station. */
const mayRead = (tx: Tx, { kind, stationId }: FollowUpCase): boolean =>
  tx.actor.role === 'nurse' ? stationId === organizationOf(tx.actor) : kindsFor(tx).includes(kind);

/** A case of another station is not found, as one that does not exist. */
export async function getCaseHere(tx: Tx, id: string): Promise<FollowUpCase> {
  const row = await tx.em.findOneBy(FollowUpCase, { id });
  if (!row || !mayRead(tx, row)) throw notFound();
  return row;
}

export const caseLine = (tx: Tx, row: FollowUpCase, siteName: string | null) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  version: row.version,
  openedAt: row.openedAt,
  dueOn: row.dueOn,
  overdue: row.state !== 'closed' && row.dueOn < tx.today,
  urgent: row.urgent,
  siteName,
});

export async function findCases(tx: Tx, input: Input<typeof listCases>): Promise<Output<typeof listCases>> {
  const { state = 'open', kind, limit = 20 } = input;
  const after = readCursor(input.cursor, 3);
  const query = tx.em
    .createQueryBuilder(FollowUpCase, 'item')
    .where('item.state = :state', { state })
    .orderBy('item.urgent', 'DESC')
    .addOrderBy('item.dueOn', 'ASC')
    .addOrderBy('item.id', 'ASC')
    .limit(limit + 1);
  if (tx.actor.role === 'nurse') query.andWhere('item.stationId = :stationId', { stationId: organizationOf(tx.actor) });
  else query.andWhere('item.kind IN (:...kinds)', { kinds: kindsFor(tx) });
  if (kind) query.andWhere('item.kind = :kind', { kind });
  if (after) {
    const [urgent, dueOn, id] = [Number(after[0]), after[1], after[2]];
    query.andWhere(
      '(item.urgent < :urgent OR (item.urgent = :urgent AND (item.dueOn > :dueOn OR (item.dueOn = :dueOn AND item.id > :id))))',
      { urgent, dueOn, id },
    );
  }
  const { items, nextCursor } = pageOf(await query.getMany(), limit, row => [
    row.urgent ? '1' : '0',
    row.dueOn,
    row.id,
  ]);
  const sites = await findSitesById(
    tx,
    items.flatMap(({ siteId }) => siteId ?? []),
  );
  return { items: items.map(row => caseLine(tx, row, sites.get(row.siteId ?? '')?.name ?? null)), nextCursor };
}
