import type { Input } from '@contract/endpoint';
import type { checkIn, lookUpArrival } from '@contract/visits';
import { birthDateOfIdCard, normalizeDocumentNumber, sexOfIdCard } from '@rules/identifiers';
import {
  ensurePerson,
  findPeopleByPhone,
  findPersonByDocument,
  isSameName,
  openName,
  type Person,
} from '@server/features/identity';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { readArrivalCode, type Arriving } from './arrival-code';

type Said = Input<typeof lookUpArrival>;
type NewDonor = NonNullable<Input<typeof checkIn>['newDonor']>;

const nobody = () => new Refusal('NOBODY_FOUND', 'conflict');

/** A phone number may be the family's: then the birth date decides, and only when it leaves exactly one. */
async function byPhone(tx: Tx, phone: string, birthDate: string | undefined): Promise<string> {
  const people = await findPeopleByPhone(tx, phone);
  const left = birthDate === undefined ? people : people.filter(person => person.birthDate === birthDate);
  const [one, other] = left;
  if (!one) throw nobody();
  if (other) throw new Refusal('SECOND_FACT_NEEDED', 'conflict');
  return one.id;
}

/** A person whom nobody knew, from the document in the nurse's hand. */
async function register(
  tx: Tx,
  { docType, docNumber }: NonNullable<Said['document']>,
  given: NewDonor,
): Promise<Person> {
  const number = normalizeDocumentNumber(docType, docNumber);
  const fromNumber = docType === 'id_card' || docType === 'residence_permit';
  const sex = fromNumber ? sexOfIdCard(number) : given.sex;
  const birthDate = fromNumber ? birthDateOfIdCard(number) : given.birthDate;
  if (!sex) throw badField('newDonor.sex', 'missing');
  if (!birthDate) throw badField('newDonor.birthDate', 'missing');
  return ensurePerson(tx, { docType, docNumber, name: given.name, sex, birthDate });
}

async function byDocument(tx: Tx, document: NonNullable<Said['document']>, newDonor?: NewDonor): Promise<string> {
  const known = await findPersonByDocument(tx, document.docType, document.docNumber);
  if (!known && !newDonor) throw nobody();
  const person = known ?? (newDonor && (await register(tx, document, newDonor)));
  if (!person) throw nobody();
  // The number was mistyped, or the card is another person's: somebody has to look at it.
  if (known && newDonor && !isSameName(openName(tx, known), newDonor.name))
    throw new Refusal('NAME_DIFFERS', 'conflict');
  return person.id;
}

/** The person at the counter. */
export async function whoArrives(tx: Tx, said: Said, newDonor?: NewDonor): Promise<Arriving> {
  const { code, document, phone, birthDate } = said;
  if (document) return { personId: await byDocument(tx, document, newDonor) };
  if (phone !== undefined) return { personId: await byPhone(tx, phone, birthDate) };
  const arriving = readArrivalCode(tx.app.crypto, code ?? '', tx.now);
  if (arriving === undefined) throw new Refusal('CODE_NOT_VALID', 'conflict');
  return arriving;
}
