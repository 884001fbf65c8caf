import type { Output } from '@contract/endpoint';
import type { listWrongAccounts } from '@contract/payouts';
import { maskAccount } from '@rules/bank-account';
import { WaiverClaim } from '@server/features/waivers';
import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { PayoutAccount } from './payout-account.entity';
import { PayoutBatch } from './payout-batch.entity';
import { PayoutLine } from './payout-line.entity';
import { openAccount } from './show-payout';

const MOST = 200;

/** The money is here and nobody can send it: whoever does not correct the account is called. */
export async function findWrongAccounts(tx: Tx): Promise<Output<typeof listWrongAccounts>> {
  const accounts = await tx.em.find(PayoutAccount, { where: { state: 'wrong' }, take: MOST });
  const ids = accounts.map(({ claimId }) => claimId);
  const claims = await findRowsIn(tx.em, WaiverClaim, 'id', ids);
  const lines = (await findRowsIn(tx.em, PayoutLine, 'claimId', ids)).filter(({ state }) => state === 'failed');
  const batches = await findRowsIn(tx.em, PayoutBatch, 'id', [...new Set(lines.map(({ batchId }) => batchId))]);
  const lastOf = new Map(
    lines.sort((a, b) => ((a.settledAt ?? '') < (b.settledAt ?? '') ? -1 : 1)).map(line => [line.claimId, line]),
  );
  const items = accounts.flatMap(({ claimId, sealed, problem, givenAt }) => {
    const claim = claims.find(({ id, state }) => id === claimId && state === 'approved');
    const line = lastOf.get(claimId);
    return claim
      ? [
          {
            claimNumber: claim.number,
            amountFen: claim.waivedFen ?? 0,
            account: maskAccount(openAccount(tx, sealed).accountNumber),
            problem: problem ?? '',
            failedAt: line?.settledAt ?? givenAt,
            batchNumber: batches.find(({ id }) => id === line?.batchId)?.number ?? '',
          },
        ]
      : [];
  });
  return { items: items.sort((a, b) => (a.failedAt < b.failedAt ? -1 : 1)) };
}
