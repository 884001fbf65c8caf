import { In } from 'typeorm';
import type { listHelp } from '@contract/assist';
import type { Input, Output } from '@contract/endpoint';
import { findOrganization } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { Assistance } from './assistance.entity';
import { getPerson, personView } from './find-people';

type Help = Output<typeof listHelp>['items'][number];

async function nameOfHelper(tx: Tx, row: Assistance): Promise<string> {
  if (row.kind === 'relative') return personView(tx, await getPerson(tx, row.helperId)).maskedName;
  return (await findOrganization(tx, row.organizationId ?? ''))?.name ?? '血站';
}

/** What a helper did stands in the audit; the donor reads the same lines as the operator. */
async function helpView(tx: Tx, row: Assistance, lines: readonly AuditLine[]): Promise<Help> {
  const over = row.expiresAt <= tx.now ? row.expiresAt : null;
  return {
    id: row.id,
    kind: row.kind,
    by: await nameOfHelper(tx, row),
    openedAt: row.openedAt,
    endedAt: row.endedAt ?? over,
    acts: lines
      .filter(line => line.assistanceId === row.id)
      .map(({ action, at, outcome }) => ({ action, at, outcome })),
  };
}

export async function findHelp(tx: Tx, { cursor, limit = 20 }: Input<typeof listHelp>) {
  const after = readCursor(cursor, 2);
  const query = tx.em
    .createQueryBuilder(Assistance, 'help')
    .where('help.personId = :personId', { personId: personOf(tx.actor) })
    .orderBy('help.openedAt', 'DESC')
    .addOrderBy('help.id', 'DESC')
    .limit(limit + 1);
  if (after)
    query.andWhere('(help.openedAt < :at OR (help.openedAt = :at AND help.id < :id))', { at: after[0], id: after[1] });
  const page = pageOf(await query.getMany(), limit, row => [row.openedAt, row.id]);
  const lines = await tx.em.find(AuditLine, {
    where: { assistanceId: In(page.items.map(row => row.id)) },
    order: { at: 'ASC', id: 'ASC' },
  });
  const items = [];
  for (const row of page.items) items.push(await helpView(tx, row, lines));
  return { items, nextCursor: page.nextCursor };
}
