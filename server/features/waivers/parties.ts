import { birthDateOfIdCard, normalizeDocumentNumber, sexOfIdCard } from '@rules/identifiers';
import { compareNames } from '@rules/names';
import type { DocType, Sex } from '@rules/vocabulary';
import { findDonor } from '@server/features/donors';
import { type Person, findPersonByDocument, openDocNumber, openName } from '@server/features/identity';
import type { App } from '@server/platform/app';
import type { Tx } from '@server/platform/tx';

/** A donor or patient as the registers want to be asked. Lives in memory and in sealed columns only. */
export interface Party {
  name: string;
  docType: DocType;
  docNumber: string;
  sex?: Sex;
  birthDate?: string;
}

export interface NamedPerson {
  name: string;
  document: { docType: DocType; docNumber: string };
}

/** The document is the same: another form of the same characters is the same person. */
const isNameOf = (known: string, typed: string): boolean => ['same', 'variant'].includes(compareNames(known, typed));

export function documentIndex(app: App, { docType, docNumber }: NamedPerson['document']): string {
  return app.crypto.blindIndex(docType, normalizeDocumentNumber(docType, docNumber));
}

export const partyOf = (tx: Tx, person: Person): Party => ({
  name: openName(tx, person),
  docType: person.docType,
  docNumber: openDocNumber(tx, person),
  sex: person.sex,
  birthDate: person.birthDate,
});

/** Somebody named at a discharge desk: sex and birth date stand in the number of an identity card. */
export function partyNamed({ name, document }: NamedPerson): Party {
  const docNumber = normalizeDocumentNumber(document.docType, document.docNumber);
  const hasFacts = document.docType === 'id_card' || document.docType === 'residence_permit';
  return {
    name: name.trim(),
    docType: document.docType,
    docNumber,
    sex: hasFacts ? sexOfIdCard(docNumber) : undefined,
    birthDate: hasFacts ? birthDateOfIdCard(docNumber) : undefined,
  };
}

/** A donor by name and document; a wrong name and an unknown number look the same to the caller. */
export async function findDonorNamed(tx: Tx, named: NamedPerson): Promise<Person | undefined> {
  const person = await findPersonNamed(tx, named);
  return person && (await findDonor(tx, person.id)) ? person : undefined;
}

/** Anybody known here, a donor or not. */
export async function findPersonNamed(tx: Tx, { name, document }: NamedPerson): Promise<Person | undefined> {
  const person = await findPersonByDocument(tx, document.docType, document.docNumber);
  return person && isNameOf(openName(tx, person), name) ? person : undefined;
}

export const sealParty = (app: App, party: Party): string => app.crypto.seal('identity', JSON.stringify(party));
export const openParty = (app: App, sealed: string): Party => JSON.parse(app.crypto.open('identity', sealed)) as Party;
