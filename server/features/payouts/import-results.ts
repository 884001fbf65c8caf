import type * as z from 'zod/mini';
import type { Input, Output } from '@contract/endpoint';
import type { importPayoutResults as contract, rowProblem } from '@contract/payouts';
import { actorKey } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { type Tx, inTransaction } from '@server/platform/tx';
import { getBatch } from './batch-view';
import { PayoutBatch } from './payout-batch.entity';
import { PayoutImport } from './payout-import.entity';
import { PayoutLine } from './payout-line.entity';
import { type ResultRow, readResults } from './read-results';
import { settleFailed, settlePaid, settlePaidAfterAll } from './settle-line';

type Problem = z.output<typeof rowProblem>;
type Outcome = 'paid' | 'failed' | 'repeated' | Problem;

/** One row in one transaction of its own: a crash leaves whole rows, and the next import of the file does the rest. */
async function applyRow(tx: Tx, batchId: string, row: ResultRow): Promise<Outcome> {
  const seen = await tx.em.findOneBy(PayoutLine, { batchId, ordinal: row.ordinal });
  if (!seen || seen.claimNumber !== row.claimNumber || seen.amountFen === 0) return 'unknown_line';
  if (seen.amountFen !== row.amountFen) return 'amount_mismatch';
  // Worth a word to the bank, whether or not the line could still follow.
  if (seen.state === 'failed' && row.isPaid) {
    await settlePaidAfterAll(tx, seen, row.bankReference);
    return 'contradiction';
  }
  if (seen.state !== 'waiting') return compare(seen, row);
  const isMine = row.isPaid ? await settlePaid(tx, seen, row.bankReference) : await settleFailed(tx, seen, row.reason);
  if (isMine) return row.isPaid ? 'paid' : 'failed';
  // Of two imports at once the other was faster.
  return compare(await tx.em.findOneByOrFail(PayoutLine, { id: seen.id }), row);
}

function compare(line: PayoutLine, row: ResultRow): Outcome {
  const isSame = row.isPaid
    ? line.state === 'paid' && line.bankReference === row.bankReference
    : line.state === 'failed';
  return isSame ? 'repeated' : 'contradiction';
}

export async function importResults(
  request: RequestScope,
  { batchId, content }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { app, actor, requestId } = request;
  await request.read(async tx => {
    const { downloadedAt } = await getBatch(tx, batchId);
    if (downloadedAt === null) throw new Refusal('STATE_CHANGED', 'conflict');
  });
  const outcomes: { row: number; outcome: Outcome }[] = [];
  for (const { row, result } of readResults(content)) {
    const outcome = result
      ? await inTransaction(app, { actor, requestId }, tx => applyRow(tx, batchId, result))
      : 'unreadable';
    outcomes.push({ row, outcome });
  }
  return request.transaction(tx => keepImport(tx, batchId, content, outcomes));
}

async function keepImport(
  tx: Tx,
  batchId: string,
  content: string,
  outcomes: readonly { row: number; outcome: Outcome }[],
): Promise<Output<typeof contract>> {
  tx.subject(batchId);
  const count = (wanted: Outcome) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const counts = { paid: count('paid'), failed: count('failed'), repeated: count('repeated') };
  const problems = outcomes.flatMap(({ row, outcome }) =>
    outcome === 'paid' || outcome === 'failed' || outcome === 'repeated' ? [] : [{ row, problem: outcome }],
  );
  await tx.em.insert(PayoutImport, {
    id: newId(),
    batchId,
    sha256: sha256(content),
    ...counts,
    problems: JSON.stringify(problems),
    importedBy: actorKey(tx.actor),
    at: tx.now,
  });
  const waiting = await tx.em.countBy(PayoutLine, { batchId, state: 'waiting' });
  if (waiting === 0)
    await tx.em.update(PayoutBatch, { id: batchId, state: 'downloaded' }, { state: 'settled', settledAt: tx.now });
  return { ...counts, problems, waiting };
}
