import type { Input, Output } from '@contract/endpoint';
import type { discardPayoutBatch, getPayoutBatch, openPayoutFile } from '@contract/payouts';
import { toChinaDate } from '@rules/calendar';
import { actorKey } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { getBatch, showBatch } from './batch-view';
import { PayoutBatch } from './payout-batch.entity';
import { payoutFile } from './payout-file';
import { PayoutLine } from './payout-line.entity';
import { settleDiscarded } from './settle-line';

type Shown = Omit<Output<typeof getPayoutBatch>, 'lines' | 'imports'>;

async function moveBatch(
  tx: Tx,
  id: string,
  from: readonly PayoutBatch['state'][],
  set: Partial<PayoutBatch>,
): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(PayoutBatch)
    .set(set)
    .where('id = :id AND state IN (:...from)', { id, from })
    .execute();
  if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
}

/** Whoever made the batch is the first of the two. */
export async function approveBatch(tx: Tx, batchId: string): Promise<Shown> {
  const batch = await getBatch(tx, batchId);
  tx.subject(batchId);
  const approvedBy = actorKey(tx.actor);
  if (batch.madeBy === approvedBy) throw new Refusal('SAME_OPERATOR', 'conflict');
  await moveBatch(tx, batchId, ['awaiting_approval'], { state: 'ready', approvedBy, approvedAt: tx.now });
  return showBatch(tx, await getBatch(tx, batchId));
}

export async function discardBatch(tx: Tx, { batchId }: Input<typeof discardPayoutBatch>): Promise<Shown> {
  await getBatch(tx, batchId);
  tx.subject(batchId);
  await moveBatch(tx, batchId, ['awaiting_approval', 'ready'], { state: 'discarded' });
  const lines = await tx.em.find(PayoutLine, { where: { batchId, state: 'waiting' }, order: { ordinal: 'ASC' } });
  for (const line of lines) await settleDiscarded(tx, line);
  return showBatch(tx, await getBatch(tx, batchId));
}

export async function openFile(tx: Tx, batchId: string): Promise<Output<typeof openPayoutFile>> {
  const batch = await getBatch(tx, batchId);
  tx.subject(batchId);
  if (batch.state === 'ready') await moveBatch(tx, batchId, ['ready'], { state: 'downloaded', downloadedAt: tx.now });
  else if (batch.downloadedAt === null) throw new Refusal('STATE_CHANGED', 'conflict');
  const lines = await tx.em.find(PayoutLine, { where: { batchId }, order: { ordinal: 'ASC' } });
  const { number, count, totalFen } = batch;
  const file = payoutFile(tx, { number, madeOn: toChinaDate(batch.madeAt) }, lines);
  if (file.sha256 !== batch.fileSha256) throw new Error('a payout file is not what it was when it was made');
  return { fileName: `${number}.csv`, ...file, count, totalFen };
}
