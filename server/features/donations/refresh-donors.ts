import { In } from 'typeorm';
import { Donor } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

type Latest = Pick<Donation, 'personId' | 'donatedAt' | 'donationNumber' | 'stationId' | 'abo' | 'rhd'>;

const isLater = (a: Latest, b: Latest): boolean =>
  a.donatedAt === b.donatedAt ? a.donationNumber > b.donationNumber : a.donatedAt > b.donatedAt;

async function latestDonations(tx: Tx, personIds: readonly string[]): Promise<Map<string, Latest>> {
  const rows = await tx.em
    .createQueryBuilder(Donation, 'donation')
    .select('donation.personId', 'personId')
    .addSelect('donation.donatedAt', 'donatedAt')
    .addSelect('donation.donationNumber', 'donationNumber')
    .addSelect('donation.stationId', 'stationId')
    .addSelect('donation.abo', 'abo')
    .addSelect('donation.rhd', 'rhd')
    .where('donation.personId IN (:...personIds)', { personIds })
    .getRawMany<Latest>();
  const latest = new Map<string, Latest>();
  for (const row of rows) {
    const best = latest.get(row.personId);
    if (!best || isLater(row, best)) latest.set(row.personId, row);
  }
  return latest;
}

/** Blood group and station of a donor are those of the latest donation, in whatever order the donations were told. */
export async function refreshDonors(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const latest = await latestDonations(tx, personIds);
  const donors = await tx.em.findBy(Donor, { personId: In([...personIds]) });
  // Few distinct changes a batch (mostly a station), many donors: one statement for each distinct change.
  const changes = new Map<string, { set: Partial<Donor>; personIds: string[] }>();
  for (const donor of donors) {
    const now = latest.get(donor.personId);
    const set: Partial<Donor> = {};
    if (donor.abo !== (now?.abo ?? null)) set.abo = now?.abo ?? null;
    if (donor.rhd !== (now?.rhd ?? null)) set.rhd = now?.rhd ?? null;
    if (donor.homeStationId !== (now?.stationId ?? null)) set.homeStationId = now?.stationId ?? null;
    const key = JSON.stringify(set);
    const change = changes.get(key) ?? { set, personIds: [] };
    change.personIds.push(donor.personId);
    changes.set(key, change);
  }
  changes.delete('{}');
  for (const change of changes.values()) await tx.em.update(Donor, { personId: In(change.personIds) }, change.set);
}
