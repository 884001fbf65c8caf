import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';

/** Accounts of a person in the host apps. */
export const findHostAccounts = (tx: Tx, personId: string): Promise<Account[]> => tx.em.findBy(Account, { personId });

export const findHostAccount = (tx: Tx, accountId: string): Promise<Account | null> =>
  tx.em.findOneBy(Account, { id: accountId });
