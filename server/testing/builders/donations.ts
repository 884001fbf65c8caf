import type { InputDraft } from '@contract/endpoint';
import type { intakeDonations } from '@contract/intake';
import { chinaInstant, type CalendarDate } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/din';
import type { Abo, DonationType, Rhd } from '@rules/vocabulary';
import { Donor } from '@server/features/donors';
import { Person } from '@server/features/identity';
import { Donation, recordDonation } from '@server/features/donations';
import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import type { TestApp } from '../test-app';
import { aSite, aStation } from './organizations';
import type { TestPerson } from './people';

let serial = 0;

/** Thirteen characters that no donation has yet, of the station's facility. */
const testDonationNumber = (facilityCode: string, on: CalendarDate): string =>
  `${facilityCode}${on.slice(2, 4)}${String(++serial).padStart(6, '0')}`;

interface DonationDraft {
  on?: CalendarDate;
  /** China local time, 'HH:mm'. */
  time?: string;
  type?: DonationType;
  volumeMl?: 200 | 300 | 400;
  unitsTenths?: 10 | 15 | 20;
  abo?: Abo;
  rhd?: Rhd;
  donationNumber?: string;
  /** A new site of a new station when none is given. */
  site?: Site;
}

/** A recorded donation of the person: 400 ml of whole blood, or 2 units of platelets, a year before the test begins. */
export async function aDonation(test: TestApp, personId: string, given: DonationDraft = {}): Promise<Donation> {
  const on = given.on ?? '2025-03-05';
  const type = given.type ?? 'whole_blood';
  const site = given.site ?? (await aSite(test, await aStation(test)));
  return test.inTransaction(async tx => {
    const station = await tx.em.findOneByOrFail(Organization, { id: site.stationId });
    return recordDonation(tx, {
      personId,
      stationId: station.id,
      siteId: site.id,
      donationNumber: given.donationNumber ?? testDonationNumber(station.facilityCode ?? 'Z9T00', on),
      type,
      volumeMl: type === 'whole_blood' ? (given.volumeMl ?? 400) : null,
      unitsTenths: type === 'platelets' ? (given.unitsTenths ?? 20) : null,
      donatedAt: chinaInstant(on, given.time ?? '10:00'),
      abo: given.abo ?? 'A',
      rhd: given.rhd ?? 'positive',
    });
  });
}

type IntakeRowDraft = InputDraft<typeof intakeDonations>['rows'][number];

/** A row of a station's export about this person: 400 ml of whole blood, a year before the test begins. */
export function anIntakeRow(
  station: Organization,
  site: Site,
  person: Pick<TestPerson, 'name' | 'sex' | 'birthDate' | 'document'>,
  given: Partial<IntakeRowDraft> = {},
): IntakeRowDraft {
  const donationNumber = testDonationNumber(station.facilityCode ?? 'Z9T00', '2025-03-05');
  return {
    stationCode: station.code,
    siteCode: site.code,
    donationNumber: donationNumber + dinCheckCharacter(donationNumber),
    ...person.document,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    abo: 'A',
    rhd: 'positive',
    donationType: 'whole_blood',
    volumeMl: '400',
    unitsTenths: '',
    donatedAt: '2025-03-05 10:00',
    ...given,
  };
}

/**
 * Everything that an import tells about people and donations, without what each import makes anew (ids, instants of writing,
 * certificate numbers): two registers with equal contents give equal lists.
 */
export async function registerContents(tx: Tx): Promise<{ people: string[]; donations: string[] }> {
  const open = (sealed: string): string => tx.app.crypto.open('identity', sealed);
  const codes = new Map(
    [...(await tx.em.find(Organization)), ...(await tx.em.find(Site))].map(({ id, code }) => [id, code]),
  );
  const donors = new Map((await tx.em.find(Donor)).map(donor => [donor.personId, donor]));
  const people = await tx.em.find(Person);
  const documents = new Map(people.map(({ id, docIndex }) => [id, docIndex]));
  const personLine = (person: Person): string => {
    const donor = donors.get(person.id);
    const facts = [person.docType, open(person.docNumberSealed), open(person.nameSealed), person.sex, person.birthDate];
    return [...facts, donor?.abo, donor?.rhd, codes.get(donor?.homeStationId ?? '')].join(',');
  };
  const donationLine = (row: Donation): string =>
    [
      row.donationNumber,
      documents.get(row.personId),
      codes.get(row.stationId),
      codes.get(row.siteId),
      row.type,
      row.volumeMl,
      row.unitsTenths,
      row.donatedAt,
      row.donatedOn,
      row.abo,
      row.rhd,
      row.source,
      row.version,
    ].join(',');
  const donations = await tx.em.find(Donation);
  return { people: people.map(personLine).sort(), donations: donations.map(donationLine).sort() };
}
