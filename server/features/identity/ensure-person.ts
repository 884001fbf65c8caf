import { normalizeDocumentNumber } from '@rules/identifiers';
import type { CalendarDate } from '@rules/calendar';
import type { DocType, Sex } from '@rules/vocabulary';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { findPersonByDocument } from './find-people';
import { Person } from './person.entity';
import { phoneIndexOf } from './phone-index';

export interface PersonDetails {
  readonly docType: DocType;
  /** In any spelling. */
  readonly docNumber: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDate;
  readonly phone?: string;
}

/** The person with this document, made when nobody has it yet. An existing row is left as it is: the caller compares names. */
export async function ensurePerson(tx: Tx, details: PersonDetails): Promise<Person> {
  const { crypto } = tx.app;
  const docNumber = normalizeDocumentNumber(details.docType, details.docNumber);
  const existing = await findPersonByDocument(tx, details.docType, docNumber);
  if (existing) return existing;
  const id = newId();
  const docIndex = crypto.blindIndex(details.docType, docNumber);
  // A twin request may insert the same document now; ignoring the clash and reading again keeps this transaction alive.
  await tx.em
    .createQueryBuilder()
    .insert()
    .into(Person)
    .values({
      id,
      docType: details.docType,
      docIndex,
      docNumberSealed: crypto.seal('identity', docNumber),
      nameSealed: crypto.seal('identity', details.name),
      sex: details.sex,
      birthDate: details.birthDate,
      phoneSealed: details.phone === undefined ? null : crypto.seal('identity', details.phone),
      phoneIndex: details.phone === undefined ? null : phoneIndexOf(crypto, details.phone),
      createdAt: tx.now,
    })
    .orIgnore()
    .execute();
  return tx.em.findOneByOrFail(Person, { docIndex });
}
