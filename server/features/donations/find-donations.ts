import type { PastDonation } from '@rules/past-donation';
import { findRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

/** Every donation of a person in the shape that the rules take, oldest first. */
export async function findDonationHistory(tx: Tx, personId: string): Promise<PastDonation[]> {
  const rows = await findRows(tx.em, Donation, { personId });
  rows.sort((a, b) => (a.donatedOn + a.id < b.donatedOn + b.id ? -1 : 1));
  return rows.map(row => ({
    id: row.id,
    type: row.type,
    on: row.donatedOn,
    volumeMl: row.volumeMl ?? undefined,
    unitsTenths: row.unitsTenths ?? undefined,
  }));
}
