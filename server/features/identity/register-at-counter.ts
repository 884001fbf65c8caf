import type { registerAtCounter as contract } from '@contract/assist';
import type { Input, Output } from '@contract/endpoint';
import { birthDateOfIdCard, checkDocument, normalizeDocumentNumber, sexOfIdCard } from '@rules/identifiers';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { ensurePerson } from './ensure-person';
import { findPersonByDocument, openName, personView } from './find-people';
import { keepPhone } from './keep-phone';
import { notMatched } from './open-assist';
import { proveInPerson } from './prove-in-person';
import { isSameName } from './same-name';

/** What the document tells counts; where it is silent, the staff read it from the paper. */
function readDocument(tx: Tx, { document, sex, birthDate }: Input<typeof contract>) {
  const docNumber = normalizeDocumentNumber(document.docType, document.docNumber);
  const problem = checkDocument(document.docType, docNumber, tx.today);
  if (problem) throw badField('document.docNumber', problem);
  const telling = document.docType === 'id_card' || document.docType === 'residence_permit';
  const born = telling ? birthDateOfIdCard(docNumber) : birthDate;
  const is = telling ? sexOfIdCard(docNumber) : sex;
  if (!born) throw badField('birthDate', 'missing');
  if (born > tx.today) throw badField('birthDate', 'too_large');
  if (!is) throw badField('sex', 'missing');
  return { docType: document.docType, docNumber, birthDate: born, sex: is };
}

/** A person whom the register does not know yet. Somebody who is in it under the same name is found, not changed. */
export async function registerAtCounter(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const details = readDocument(tx, input);
  const isNew = (await findPersonByDocument(tx, details.docType, details.docNumber)) === null;
  const person = await ensurePerson(tx, { ...details, name: input.name, phone: input.phone });
  if (!isSameName(openName(tx, person), input.name)) throw notMatched();
  tx.subject(person.id);
  await proveInPerson(tx, person.id);
  if (input.phone !== undefined) await keepPhone(tx, person.id, input.phone);
  const { maskedName, maskedDocument } = personView(tx, person);
  return { person: { maskedName, maskedDocument }, isNew };
}
