import type { Sex } from '@rules/vocabulary';
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

export interface PeopleOptions {
  /**
   * Other deliveries about the same people wait from the first look on. An import with several transactions open must not: the
   * database may lock rows that it only passes, and one of the transactions would wait for itself.
   */
  readonly hold: boolean;
  readonly recent?: RecentPeople;
}

/** What of a person an import compares; nothing of it changes in the register while people exist. */
interface Identity {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

export interface KnownPerson extends Identity {
  /** Null for a person who has not donated yet. */
  readonly donor: Pick<Donor, 'abo' | 'rhd' | 'homeStationId'> | null;
}

/** People that an import met lately, by the index of their documents: regular donors come back before they fall out. */
export type RecentPeople = Map<string, Identity>;
const recentPeople = 30_000;

function remember(recent: RecentPeople, docIndex: string, identity: Identity): void {
  recent.set(docIndex, identity);
  // A map keeps the order of insertion, so the first key is the oldest.
  if (recent.size > recentPeople) for (const oldest of recent.keys()) return void recent.delete(oldest);
}

interface PersonRow {
  readonly id: string;
  readonly docIndex: string;
  readonly nameSealed: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

type DonorRow = Pick<Donor, 'abo' | 'rhd' | 'homeStationId'> & { donorId: string | null };

const donorOf = ({ donorId, abo, rhd, homeStationId }: DonorRow): KnownPerson['donor'] =>
  donorId === null ? null : { abo, rhd, homeStationId };

async function findByDocument(tx: Tx, docIndexes: readonly string[], hold: boolean): Promise<(PersonRow & DonorRow)[]> {
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
  return query.getRawMany<PersonRow & DonorRow>();
}

async function findDonorsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string | null, DonorRow>> {
  const rows = await tx.em
    .createQueryBuilder(Donor, 'donor')
    .select('donor.personId', 'donorId')
    .addSelect('donor.abo', 'abo')
    .addSelect('donor.rhd', 'rhd')
    .addSelect('donor.homeStationId', 'homeStationId')
    .where('donor.personId IN (:...personIds)', { personIds })
    .getRawMany<DonorRow>();
  return new Map(rows.map(row => [row.donorId, row]));
}

/**
 * People by the index of their documents, with their donor record. `hold` locks them where the database can, so that two
 * deliveries about one donor take turns and the later one sees every donation of the earlier; nobody is then taken from `recent`.
 */
export async function findKnownPeople(
  tx: Tx,
  docIndexes: readonly string[],
  { hold, recent = new Map() }: PeopleOptions,
): Promise<Map<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>();
  const met: { docIndex: string; identity: Identity }[] = [];
  const unmet: string[] = [];
  for (const docIndex of docIndexes) {
    const identity = hold ? undefined : recent.get(docIndex);
    if (identity) met.push({ docIndex, identity });
    else unmet.push(docIndex);
  }
  if (unmet.length > 0)
    for (const row of await findByDocument(tx, unmet, hold)) {
      const { id, sex, birthDate } = row;
      const identity = { id, name: tx.app.crypto.open('identity', row.nameSealed), sex, birthDate };
      remember(recent, row.docIndex, identity);
      known.set(row.docIndex, { ...identity, donor: donorOf(row) });
    }
  if (met.length === 0) return known;
  const donors = await findDonorsOf(
    tx,
    met.map(({ identity }) => identity.id),
  );
  for (const { docIndex, identity } of met) {
    const donor = donors.get(identity.id);
    known.set(docIndex, { ...identity, donor: donor ? donorOf(donor) : null });
  }
  return known;
}
