import type { Sex } from '@rules/vocabulary';
import { Donor } from '@server/features/donors';
import { Person } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';
import type { DonorState, Identity, RecentPeople, RecentPerson } from './recent-people';
import { selectIn } from './select-in';

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
  const found = await selectIn(tx.em, Donation, donationColumns, 'donationNumber', numbers);
  return new Map(found.map(row => [row.donationNumber, row]));
}

export interface PeopleOptions {
  /** Skip the look for stored donations: a unique key says so when that was wrong. */
  readonly expectNew?: boolean;
  /** Likewise for people who are not in `recent`. */
  readonly expectNewPeople?: boolean;
  /**
   * Other deliveries about the same people wait from the first look on. An import with several transactions open must not: the
   * database may lock rows that it only passes, and one of the transactions would wait for itself.
   */
  readonly hold: boolean;
  readonly recent?: RecentPeople;
}

/** What of a person an import compares; nothing of it changes in the register while people exist. */
export interface KnownPerson {
  readonly identity: Identity;
  /** Null for a person who has not donated yet. */
  readonly donor: DonorState | null;
}

interface KnownPeople {
  /** By the index of their documents. */
  readonly known: ReadonlyMap<string, KnownPerson>;
  /** Whether anybody had to be found in the register. */
  readonly meetsKnown: boolean;
}

interface PersonRow {
  readonly id: string;
  readonly docIndex: string;
  readonly nameSealed: string;
  readonly sex: Sex;
  readonly birthDate: string;
}

type DonorRow = Pick<Donor, 'abo' | 'rhd' | 'homeStationId'> & { donorId: string | null };

const donorOf = ({ donorId, abo, rhd, homeStationId }: DonorRow): DonorState | null =>
  donorId === null ? null : { abo, rhd, homeStationId, lastOn: null };

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

async function findDonorsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, DonorState>> {
  const rows = await selectIn(tx.em, Donor, ['personId', 'abo', 'rhd', 'homeStationId'], 'personId', personIds);
  return new Map(rows.map(({ personId, ...facts }) => [personId, { ...facts, lastOn: null }]));
}

/**
 * People by the index of their documents, with their donor record. `hold` locks them where the database can, so that two
 * deliveries about one donor take turns and the later one sees every donation of the earlier; nobody is then taken from `recent`.
 */
export async function findKnownPeople(
  tx: Tx,
  docIndexes: readonly string[],
  { hold, recent, expectNewPeople = false }: PeopleOptions,
): Promise<KnownPeople> {
  const known = new Map<string, KnownPerson>();
  let meetsKnown = false;
  const met: { docIndex: string; identity: RecentPerson }[] = [];
  const unmet: string[] = [];
  for (const docIndex of docIndexes) {
    const identity = hold ? undefined : recent?.get(docIndex);
    if (!identity) unmet.push(docIndex);
    else if (identity.donor) known.set(docIndex, { identity, donor: identity.donor });
    else met.push({ docIndex, identity });
  }
  if (unmet.length > 0 && !expectNewPeople)
    for (const row of await findByDocument(tx, unmet, hold)) {
      const { id, sex, birthDate } = row;
      const identity = { id, name: tx.app.crypto.open('identity', row.nameSealed), sex, birthDate };
      known.set(row.docIndex, { identity, donor: donorOf(row) });
      meetsKnown = true;
    }
  const donors = await findDonorsOf(
    tx,
    met.map(({ identity }) => identity.id),
  );
  for (const { docIndex, identity } of met) known.set(docIndex, { identity, donor: donors.get(identity.id) ?? null });
  return { known, meetsKnown };
}
