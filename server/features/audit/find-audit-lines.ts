import type { Input, Output } from '@contract/endpoint';
import type { listAuditLines } from '@contract/operations';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';

function helperOf({ helperKind, helperId }: AuditLine): Output<typeof listAuditLines>['items'][number]['assistedBy'] {
  const known = helperKind === 'staff' || helperKind === 'relative';
  return known && helperId !== null ? { kind: helperKind, id: helperId } : null;
}

/** Newest first. */
export async function findAuditLines(
  tx: Tx,
  { cursor, limit = 50 }: Input<typeof listAuditLines>,
): Promise<Output<typeof listAuditLines>> {
  const after = readCursor(cursor, 2);
  const rows = tx.em
    .createQueryBuilder(AuditLine, 'line')
    .orderBy('line.at', 'DESC')
    .addOrderBy('line.id', 'DESC')
    .limit(limit + 1);
  if (after) rows.where('(line.at < :at OR (line.at = :at AND line.id < :id))', { at: after[0], id: after[1] });
  const { items, nextCursor } = pageOf(await rows.getMany(), limit, row => [row.at, row.id]);
  return { items: items.map(line => ({ ...line, assistedBy: helperOf(line) })), nextCursor };
}
