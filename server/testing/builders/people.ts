import { addDays, type CalendarDate } from '@rules/calendar';
import { testIdCard } from '@rules/identifiers';
import type { Abo, DocType, Rhd, Sex } from '@rules/vocabulary';
import { ensureDonor } from '@server/features/donors';
import { ensurePerson } from '@server/features/identity';
import type { TestApp } from '../test-app';

export interface TestPerson {
  readonly personId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly document: { readonly docType: DocType; readonly docNumber: string };
}

let count = 0;

/** Valid in form and nobody's: no region code ends in 00, and the serials from 900 are not given out. */
export function testDocNumber(sex: Sex, birthDate: CalendarDate): string {
  const serial = 900 + ((count++ * 2 + (sex === 'male' ? 1 : 0)) % 100);
  return testIdCard(`33${String(1 + (Math.floor(count / 40) % 99)).padStart(2, '0')}00`, birthDate, String(serial));
}

interface PersonDraft {
  name?: string;
  sex?: Sex;
  birthDate?: CalendarDate;
  docType?: DocType;
  docNumber?: string;
  phone?: string;
}

/** A natural person in the register: an adult named 测试甲 unless said otherwise. */
export async function aPerson(test: TestApp, given: PersonDraft = {}): Promise<TestPerson> {
  const sex = given.sex ?? 'male';
  const birthDate = given.birthDate ?? addDays('1990-01-01', count % 3000);
  const docType = given.docType ?? 'id_card';
  const docNumber = given.docNumber ?? testDocNumber(sex, birthDate);
  const name = given.name ?? '测试甲';
  const person = await test.inTransaction(tx =>
    ensurePerson(tx, { docType, docNumber, name, sex, birthDate, phone: given.phone }),
  );
  return { personId: person.id, name, sex, birthDate, document: { docType, docNumber } };
}

/** A person with a donor record (blood group A positive unless said otherwise), without any donation yet. */
export async function aDonor(
  test: TestApp,
  given: PersonDraft & { abo?: Abo; rhd?: Rhd; stationId?: string } = {},
): Promise<TestPerson & { readonly certificateNumber: string }> {
  const person = await aPerson(test, given);
  const donor = await test.inTransaction(tx =>
    ensureDonor(tx, person.personId, {
      abo: given.abo ?? 'A',
      rhd: given.rhd ?? 'positive',
      stationId: given.stationId,
    }),
  );
  return { ...person, certificateNumber: donor.certificateNumber };
}
