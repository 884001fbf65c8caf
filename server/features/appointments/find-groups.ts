import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { GroupBooking } from './group-booking.entity';

export async function findGroupNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.em.find(GroupBooking, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
