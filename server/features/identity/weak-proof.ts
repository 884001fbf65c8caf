import { IsNull } from 'typeorm';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';

/** Whether the account in session was proved by name, card number and a phone only: staff have seen no document. */
async function isWeak({ em, actor: { accountId } }: Tx): Promise<boolean> {
  return accountId !== undefined && (await em.existsBy(Account, { id: accountId, boundBy: 'register' }));
}

/** Such an account passes nothing on, takes nothing over and takes no other account away: it may be somebody else's. */
export async function requireStrongProof(tx: Tx): Promise<void> {
  if (await isWeak(tx)) throw new Refusal('PROOF_TOO_WEAK', 'conflict');
}

/** Whether what is told to this person would reach an account that may be somebody else's. */
export const hasWeakAccount = ({ em }: Tx, personId: string): Promise<boolean> =>
  em.existsBy(Account, { personId, boundBy: 'register', lapsedAt: IsNull() });
