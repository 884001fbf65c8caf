import type { Output } from '@contract/endpoint';
import type { getPayoutBatch, listPayoutBatches } from '@contract/payouts';
import { maskAccount } from '@rules/bank-account';
import { actorKey } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { PayoutBatch } from './payout-batch.entity';
import { PayoutImport } from './payout-import.entity';
import { PayoutLine } from './payout-line.entity';
import { openAccount } from './show-payout';

type Head = Output<typeof listPayoutBatches>['items'][number];

export async function getBatch(tx: Tx, id: string): Promise<PayoutBatch> {
  const batch = await tx.em.findOneBy(PayoutBatch, { id });
  if (!batch) throw notFound();
  return batch;
}

export const showBatch = (tx: Tx, batch: PayoutBatch): Head => ({
  id: batch.id,
  number: batch.number,
  state: batch.state,
  count: batch.count,
  totalFen: batch.totalFen,
  madeAt: batch.madeAt,
  needsSecond: batch.needsSecond,
  madeByMe: batch.madeBy === actorKey(tx.actor),
  approvedAt: batch.approvedAt,
  downloadedAt: batch.downloadedAt,
  settledAt: batch.settledAt,
});

export async function findBatches(tx: Tx, limit = 20): Promise<Output<typeof listPayoutBatches>> {
  const batches = await tx.em.find(PayoutBatch, { order: { madeAt: 'DESC', id: 'DESC' }, take: limit });
  return { items: batches.map(batch => showBatch(tx, batch)) };
}

export async function findBatch(tx: Tx, batchId: string): Promise<Output<typeof getPayoutBatch>> {
  const batch = await getBatch(tx, batchId);
  const lines = await tx.em.find(PayoutLine, { where: { batchId }, order: { ordinal: 'ASC' } });
  const imports = await tx.em.find(PayoutImport, { where: { batchId }, order: { at: 'ASC', id: 'ASC' } });
  return {
    ...showBatch(tx, batch),
    lines: lines.map(line => ({
      ordinal: line.ordinal,
      claimNumber: line.claimNumber,
      account: maskAccount(openAccount(tx, line.accountSealed).accountNumber),
      amountFen: line.amountFen,
      nettedFen: line.nettedFen,
      state: line.state,
      reason: line.reason,
      settledAt: line.settledAt,
    })),
    imports: imports.map(({ at, sha256, paid, failed, repeated, problems }) => ({
      at,
      sha256,
      paid,
      failed,
      repeated,
      problems: JSON.parse(problems) as { row: number; problem: string }[],
    })),
  };
}
