import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';

export const findHostAccount = (tx: Tx, accountId: string): Promise<Account | null> =>
  tx.em.findOneBy(Account, { id: accountId });

/** Every host app in which this person has proved who they are. */
export const findHostAccounts = (tx: Tx, personId: string): Promise<Account[]> =>
  tx.em.find(Account, { where: { personId }, order: { id: 'ASC' } });
