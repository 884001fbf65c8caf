import type { Input, Output } from '@contract/endpoint';
import type { startClaim as contract } from '@contract/waivers';
import { completedYears } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { type Person, getPerson } from '@server/features/identity';
import { findOrganizationByCode } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findLinked } from './known-kinship';
import { documentIndex, findDonorNamed, partyNamed, partyOf, sealParty } from './parties';
import { recordClaim } from './record-claim';
import { showClaim } from './show-claim';
import type { WaiverClaim } from './waiver-claim.entity';

type Command = Input<typeof contract>;

/**
 * Records the claim and its consent. The donor is asked first, unless it is the claimant or has agreed for good; the
 * look-ups follow as a job, because registers may be slow or down.
 */
export async function startClaim(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  if (!command.lookupConsent) throw new Refusal('LOOKUP_CONSENT_MISSING', 'conflict');
  if (command.dischargedOn < command.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  if (command.dischargedOn > tx.today) throw new Refusal('DATE_IN_FUTURE', 'bad_input');
  const hospital = await findOrganizationByCode(tx, 'hospital', command.hospitalCode);
  if (!hospital?.active) throw new Refusal('UNKNOWN_HOSPITAL', 'conflict');
  const claimant = await getPerson(tx, personOf(tx.actor));
  const patient = findPatient(tx, command, claimant);
  const donorId = await getDonorId(tx, command, claimant.id, patient.patientIndex);
  tx.subject(donorId);

  const claim = await recordClaim(tx, claimant, {
    ...patient,
    donorId,
    relation: command.relation,
    crossing: null,
    hospitalId: hospital.id,
    admittedOn: command.admittedOn,
    dischargedOn: command.dischargedOn,
    billSealed: command.bill ? tx.app.crypto.seal('identity', JSON.stringify(command.bill)) : null,
  });
  return showClaim(tx, claim);
}

/** The claimant, or a child for whom a parent claims; that they are a parent, the registers must say. */
function findPatient(
  tx: Tx,
  { patient }: Command,
  claimant: Person,
): Pick<WaiverClaim, 'patientIndex' | 'patientSealed'> {
  if (patient?.who !== 'child') {
    return { patientIndex: claimant.docIndex, patientSealed: sealParty(tx.app, partyOf(tx, claimant)) };
  }
  if (!patient.guardianConsent) throw new Refusal('GUARDIAN_CONSENT_MISSING', 'conflict');
  const child = partyNamed(patient);
  const { birthDate } = child;
  // Only of a document that tells the birth date is it known that the patient is a child.
  if (birthDate === undefined) throw badField('patient.document', 'no_birth_date');
  const { value: adult } = getEdition('waiver-evidence', tx.today).rules.ownConsentFrom;
  if (completedYears(birthDate, tx.today) >= adult) throw new Refusal('PATIENT_IS_ADULT', 'conflict');
  const patientIndex = documentIndex(tx.app, patient.document);
  if (patientIndex === claimant.docIndex) throw badField('patient.document', 'same_person');
  return { patientIndex, patientSealed: sealParty(tx.app, child) };
}

async function getDonorId(
  tx: Tx,
  { donor, relation, patient }: Command,
  claimantId: string,
  patientIndex: string,
): Promise<string> {
  if (donor.who === 'self') {
    const expected = patient?.who === 'child' ? 'child' : 'self';
    if (relation !== expected) throw badField('relation', expected === 'self' ? 'not_self' : 'not_child');
    return claimantId;
  }
  if (relation === 'self') throw badField('relation', 'self_is_no_relative');
  if (donor.who === 'linked') {
    const link = await findLinked(tx, donor.linkId, patientIndex);
    if (!link) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
    if (link.relation !== relation) throw badField('relation', 'not_as_proved');
    return link.donorId;
  }
  const person = await findDonorNamed(tx, donor);
  if (!person) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
  if (person.docIndex === patientIndex) throw badField('donor.document', 'same_person');
  return person.id;
}
