import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { QueryDeepPartialEntity } from 'typeorm';
import { DonationSession } from './donation-session.entity';

/** Compare-and-swap on the version that was read, and on the state; the row as it is now. */
export async function changeVersion(
  tx: Tx,
  row: DonationSession,
  version: number,
  changes: Partial<DonationSession>,
): Promise<DonationSession> {
  const now: DonationSession = { ...row, ...changes, version: version + 1, updatedAt: tx.now };
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(DonationSession)
    .set({ ...changes, version: now.version, updatedAt: tx.now } satisfies QueryDeepPartialEntity<DonationSession>)
    .where('id = :id AND version = :version AND state = :state', { id: row.id, version, state: row.state })
    .execute();
  if (affected !== 1) throw new Refusal('SESSION_CHANGED', 'conflict');
  return now;
}
