import type { PastDonation } from '@rules/past-donation';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

/** Every donation of a person in the shape that the rules take, oldest first. */
export async function findDonationHistory(tx: Tx, personId: string): Promise<PastDonation[]> {
  const rows = await tx.em.find(Donation, { where: { personId }, order: { donatedOn: 'ASC', id: 'ASC' } });
  return rows.map(row => ({
    id: row.id,
    type: row.type,
    on: row.donatedOn,
    volumeMl: row.volumeMl ?? undefined,
    unitsTenths: row.unitsTenths ?? undefined,
  }));
}
