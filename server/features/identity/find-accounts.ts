import { IsNull } from 'typeorm';
import { findRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';

/** Null also when its proof has lapsed meanwhile: nothing about the person goes there any more. */
export const findHostAccount = (tx: Tx, accountId: string): Promise<Account | null> =>
  tx.em.findOneBy(Account, { id: accountId, lapsedAt: IsNull() });

/** Every host app in which this person has proved who they are, and the proof still counts. */
export async function findHostAccounts(tx: Tx, personId: string): Promise<Account[]> {
  const accounts = await findRows(tx.em, Account, { personId });
  return accounts.filter(({ lapsedAt }) => lapsedAt === null).sort((a, b) => a.id.localeCompare(b.id));
}
