import { In } from 'typeorm';
import { Donation } from '@server/features/donations';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { DonationResult } from './donation-result.entity';
import { ResultCorrection } from './result-correction.entity';
import type { ResultContent } from './result-content';

/** Another delivery of the same donation has committed in between: the whole batch is decided anew. */
export class ResultChanged extends Error {
  override name = 'ResultChanged';
}

const most = 500;

export async function findByDonationNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, Donation>> {
  const found = new Map<string, Donation>();
  for (let from = 0; from < numbers.length; from += most)
    for (const row of await tx.em.findBy(Donation, { donationNumber: In(numbers.slice(from, from + most)) }))
      found.set(row.donationNumber, row);
  return found;
}

export const openContent = (tx: Tx, sealed: string): ResultContent =>
  JSON.parse(tx.app.crypto.open('health', sealed)) as ResultContent;

/** Keyed and bound to the donation: equal findings of two donors give different hashes. */
const hashOf = (tx: Tx, donationId: string, text: string): string =>
  tx.app.crypto.fingerprint('result', `${donationId}\n${text}`);

interface Told {
  readonly donation: Donation;
  readonly content: ResultContent;
  readonly batchId: string;
}

/** Writes what the station tells now. `before` is what it told last, for whoever must know what changed. */
export async function storeResult(
  tx: Tx,
  { donation, content, batchId }: Told,
): Promise<{ kind: 'added' | 'unchanged' | 'corrected' | 'older'; before?: ResultContent }> {
  const text = JSON.stringify(content);
  const contentHash = hashOf(tx, donation.id, text);
  const stored = await tx.em.findOneBy(DonationResult, { donationId: donation.id });
  const contentSealed = tx.app.crypto.seal('health', text);
  if (!stored) {
    const row = { id: newId(), donationId: donation.id, contentSealed, contentHash, version: 1 };
    await tx.em.insert(DonationResult, { ...row, receivedAt: tx.now, updatedAt: tx.now });
    return { kind: 'added' };
  }
  if (stored.contentHash === contentHash) return { kind: 'unchanged' };
  const before = openContent(tx, stored.contentSealed);
  // A batch that is sent again after its correction must not undo the correction.
  if (content.testedAt < before.testedAt) return { kind: 'older' };
  const version = stored.version + 1;
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(DonationResult)
    .set({ contentSealed, contentHash, version, updatedAt: tx.now })
    .where('id = :id AND version = :version', { id: stored.id, version: stored.version })
    .execute();
  if (affected !== 1) throw new ResultChanged();
  await tx.em.insert(ResultCorrection, {
    id: newId(),
    donationId: donation.id,
    version,
    batchId,
    stationId: donation.stationId,
    beforeSealed: stored.contentSealed,
    at: tx.now,
  });
  return { kind: 'corrected', before };
}
