import { Donor } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';
import type { DonorFacts } from './recent-people';

/** What a donor record repeats from the donor's latest donation. */
export type LatestDonation = Pick<Donation, 'donatedAt' | 'donationNumber' | 'stationId' | 'abo' | 'rhd'>;

export const isLater = (one: LatestDonation, other: LatestDonation): boolean =>
  one.donatedAt === other.donatedAt ? one.donationNumber > other.donationNumber : one.donatedAt > other.donatedAt;

/** Many donors, each with values of its own, in one statement. */
export async function writeDonorFacts(tx: Tx, facts: ReadonlyMap<string, DonorFacts>): Promise<void> {
  if (facts.size === 0) return;
  const { tableName, columns } = tx.em.connection.getMetadata(Donor);
  const quote = (name: string): string => tx.em.connection.driver.escape(name);
  const column = (property: keyof Donor): string =>
    quote(columns.find(({ propertyName }) => propertyName === property)?.databaseName ?? property);
  const cases = 'WHEN ? THEN ? '.repeat(facts.size);
  const properties = ['abo', 'rhd', 'homeStationId'] as const;
  const set = properties.map(property => `${column(property)} = CASE ${column('personId')} ${cases}END`).join(', ');
  const ids = [...facts.keys()];
  await tx.em.query(
    `UPDATE ${quote(tableName)} SET ${set} WHERE ${column('personId')} IN (${ids.map(() => '?').join(', ')})`,
    [...properties.flatMap(property => [...facts].flatMap(([id, fact]) => [id, fact[property]])), ...ids],
  );
}

/** Locks the donors by a change that changes nothing: understood by every database, and it passes rows that others hold. */
export async function holdDonors(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.em
    .createQueryBuilder()
    .update(Donor)
    .set({ certificateNumber: () => tx.em.connection.driver.escape('certificate_number') })
    .where('personId IN (:...personIds)', { personIds })
    .execute();
}

async function findLatest(tx: Tx, personIds: readonly string[]): Promise<Map<string, LatestDonation>> {
  const rows = await tx.em
    .createQueryBuilder(Donation, 'donation')
    .select('donation.personId', 'personId')
    .addSelect('donation.donatedAt', 'donatedAt')
    .addSelect('donation.donationNumber', 'donationNumber')
    .addSelect('donation.stationId', 'stationId')
    .addSelect('donation.abo', 'abo')
    .addSelect('donation.rhd', 'rhd')
    .where('donation.personId IN (:...personIds)', { personIds })
    .getRawMany<LatestDonation & { personId: string }>();
  const latest = new Map<string, LatestDonation>();
  for (const row of rows) {
    const best = latest.get(row.personId);
    if (!best || isLater(row, best)) latest.set(row.personId, row);
  }
  return latest;
}

/** Blood group and station of a donor are those of the latest donation, in whatever order the donations were told. */
export async function refreshDonors(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const latest = await findLatest(tx, personIds);
  const factsOf = (donation: LatestDonation | undefined): DonorFacts => ({
    abo: donation?.abo ?? null,
    rhd: donation?.rhd ?? null,
    homeStationId: donation?.stationId ?? null,
  });
  await writeDonorFacts(tx, new Map(personIds.map(id => [id, factsOf(latest.get(id))])));
}

/** Day of the latest donation that is in the register, of each person who has any; answered from the index alone. */
export async function findLastDays(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.em
    .createQueryBuilder(Donation, 'donation')
    .select('donation.personId', 'personId')
    .addSelect('MAX(donation.donatedOn)', 'lastOn')
    .where('donation.personId IN (:...personIds)', { personIds })
    .groupBy('donation.personId')
    .getRawMany<{ personId: string; lastOn: string }>();
  return new Map(rows.map(({ personId, lastOn }) => [personId, lastOn]));
}
