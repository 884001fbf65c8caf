import { findRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';

export const findHostAccount = (tx: Tx, accountId: string): Promise<Account | null> =>
  tx.em.findOneBy(Account, { id: accountId });

/** Every host app in which this person has proved who they are. */
export async function findHostAccounts(tx: Tx, personId: string): Promise<Account[]> {
  const accounts = await findRows(tx.em, Account, { personId });
  return accounts.sort((a, b) => a.id.localeCompare(b.id));
}
