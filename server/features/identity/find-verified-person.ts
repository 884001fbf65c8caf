import { birthDateOfIdCard, sexOfIdCard } from '@rules/identifiers';
import type { Tx } from '@server/platform/tx';
import type { VerifiedIdentity } from './ask-host';
import { ensurePerson } from './ensure-person';
import { findPersonByDocument, openName } from './find-people';
import type { Person } from './person.entity';
import { isSameName } from './same-name';

/**
 * The person whom the government platform vouches for. A document that tells no birth date (passport, permit) finds a
 * person whom a station has registered but makes none. Another name under the same number is nobody: one of the two
 * registers is wrong, and a person has to look.
 */
export async function findVerifiedPerson(tx: Tx, verified: VerifiedIdentity): Promise<Person | null> {
  const { docType, docNumber, name } = verified;
  const birthDate = birthDateOfIdCard(docNumber);
  const sex = sexOfIdCard(docNumber);
  const person =
    birthDate && sex
      ? await ensurePerson(tx, { docType, docNumber, name, sex, birthDate })
      : await findPersonByDocument(tx, docType, docNumber);
  return person && isSameName(openName(tx, person), name) ? person : null;
}
