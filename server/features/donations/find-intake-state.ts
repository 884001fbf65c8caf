import type { Abo, Rhd, Sex } from '@rules/vocabulary';
import { Donor } from '@server/features/donors';
import { Person } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

/** A donation as it stands, by the columns that a row can change. */
export type StoredDonation = Pick<
  Donation,
  | 'id'
  | 'donationNumber'
  | 'personId'
  | 'stationId'
  | 'siteId'
  | 'type'
  | 'volumeMl'
  | 'unitsTenths'
  | 'donatedAt'
  | 'donatedOn'
  | 'abo'
  | 'rhd'
  | 'rowHash'
  | 'version'
>;

const donationColumns = [
  'id',
  'donationNumber',
  'personId',
  'stationId',
  'siteId',
  'type',
  'volumeMl',
  'unitsTenths',
  'donatedAt',
  'donatedOn',
  'abo',
  'rhd',
  'rowHash',
  'version',
] as const satisfies readonly (keyof StoredDonation)[];

export async function findStoredDonations(tx: Tx, numbers: readonly string[]): Promise<Map<string, StoredDonation>> {
  const query = tx.em
    .createQueryBuilder(Donation, 'donation')
    .where('donation.donationNumber IN (:...numbers)', { numbers });
  query.select([]);
  for (const column of donationColumns) query.addSelect(`donation.${column}`, column);
  const found = await query.getRawMany<StoredDonation>();
  return new Map(found.map(row => [row.donationNumber, row]));
}

export interface KnownPerson {
  readonly id: string;
  readonly docIndex: string;
  readonly nameSealed: string;
  readonly sex: Sex;
  readonly birthDate: string;
  /** Null for a person who has not donated yet. */
  readonly donorId: string | null;
  readonly abo: Abo | null;
  readonly rhd: Rhd | null;
  readonly homeStationId: string | null;
}

/**
 * People by the index of their documents, with their donor record. `hold` locks them where the database can, so that two
 * deliveries about one donor take turns and the later one sees every donation of the earlier.
 */
export async function findKnownPeople(
  tx: Tx,
  docIndexes: readonly string[],
  hold: boolean,
): Promise<Map<string, KnownPerson>> {
  const query = tx.em
    .createQueryBuilder(Person, 'person')
    .leftJoin(Donor, 'donor', 'donor.personId = person.id')
    .select('person.id', 'id')
    .addSelect('person.docIndex', 'docIndex')
    .addSelect('person.nameSealed', 'nameSealed')
    .addSelect('person.sex', 'sex')
    .addSelect('person.birthDate', 'birthDate')
    .addSelect('donor.personId', 'donorId')
    .addSelect('donor.abo', 'abo')
    .addSelect('donor.rhd', 'rhd')
    .addSelect('donor.homeStationId', 'homeStationId')
    .where('person.docIndex IN (:...docIndexes)', { docIndexes });
  if (hold && tx.app.db.kind === 'mysql') query.setLock('pessimistic_write');
  const found = await query.getRawMany<KnownPerson>();
  return new Map(found.map(row => [row.docIndex, row]));
}
