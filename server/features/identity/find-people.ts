import { normalizeDocumentNumber, maskDocumentNumber, maskName } from '@rules/identifiers';
import type { DocType, Sex } from '@rules/vocabulary';
import { findRow } from '@server/platform/db/rows';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Person } from './person.entity';
import { phoneIndexOf } from './phone-index';

const indexOf = (tx: Tx, docType: DocType, docNumber: string): string =>
  tx.app.crypto.blindIndex(docType, normalizeDocumentNumber(docType, docNumber));

/** Found by the keyed hash of the document; the number may be in any spelling. */
export const findPersonByDocument = (tx: Tx, docType: DocType, docNumber: string): Promise<Person | null> =>
  findRow(tx.em, Person, { docIndex: indexOf(tx, docType, docNumber) });

/** Whoever gave this phone number: several when a family shares it. */
export const findPeopleByPhone = (tx: Tx, phone: string): Promise<Person[]> =>
  tx.em.findBy(Person, { phoneIndex: phoneIndexOf(tx.app.crypto, phone) });

export async function getPerson(tx: Tx, id: string): Promise<Person> {
  const person = await findRow(tx.em, Person, { id });
  if (!person) throw notFound();
  return person;
}

export const openName = (tx: Tx, person: Person): string => tx.app.crypto.open('identity', person.nameSealed);
export const openDocNumber = (tx: Tx, person: Person): string => tx.app.crypto.open('identity', person.docNumberSealed);

/** What a screen may show of a person without saying who it is. */
export interface PersonView {
  readonly id: string;
  readonly maskedName: string;
  readonly maskedDocument: string;
  readonly sex: Sex;
}

export const personView = (tx: Tx, person: Person): PersonView => ({
  id: person.id,
  maskedName: maskName(openName(tx, person)),
  maskedDocument: maskDocumentNumber(openDocNumber(tx, person)),
  sex: person.sex,
});
