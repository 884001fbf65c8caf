import { checkDocument, normalizeDocumentNumber } from '@rules/identifiers';
import { Donor } from '@server/features/donors';
import { findPersonByDocument, getPerson, type Person } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';

/** By the number of the donor certificate, or by the identity card of a volunteer who never donated. */
export async function findWhose(tx: Tx, whose: string): Promise<Person | null> {
  const number = normalizeDocumentNumber('id_card', whose);
  if (checkDocument('id_card', number) === undefined) return findPersonByDocument(tx, 'id_card', number);
  const certificateNumber = whose.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const donor = await tx.em.findOneBy(Donor, { certificateNumber });
  return donor ? getPerson(tx, donor.personId) : null;
}
