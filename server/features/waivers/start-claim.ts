import type { Input, Output } from '@contract/endpoint';
import type { startClaim as contract } from '@contract/waivers';
import { getPerson } from '@server/features/identity';
import { findOrganizationByCode } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { enqueue } from '@server/platform/outbox/jobs';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { addStep, claimPage } from './claim-progress';
import { newClaimNumber } from './claim-number';
import { checkClaimJob } from './check-claim-job';
import { findDonorNamed, partyOf, sealParty } from './parties';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';

type Command = Input<typeof contract>;

/** Records the claim and its consent; the look-ups follow as a job, because registers may be slow or down. */
export async function startClaim(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  if (!command.lookupConsent) throw new Refusal('LOOKUP_CONSENT_MISSING', 'conflict');
  if (command.dischargedOn < command.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  if (command.dischargedOn > tx.today) throw new Refusal('DATE_IN_FUTURE', 'bad_input');
  const hospital = await findOrganizationByCode(tx, 'hospital', command.hospitalCode);
  if (!hospital?.active) throw new Refusal('UNKNOWN_HOSPITAL', 'conflict');
  const patient = await getPerson(tx, personOf(tx.actor));
  const donorId = await getDonorId(tx, command, patient.id);
  tx.subject(donorId);

  const stay = [patient.docIndex, donorId, hospital.id, command.admittedOn, command.dischargedOn];
  const openKey = tx.app.crypto.fingerprint('waiver.stay', stay.join('\n'));
  if (await tx.em.existsBy(WaiverClaim, { openKey })) throw new Refusal('CLAIM_OPEN_ALREADY', 'conflict');
  const claim = tx.em.create(WaiverClaim, {
    id: newId(),
    number: newClaimNumber(tx.today),
    via: 'online',
    state: 'checking',
    relation: command.relation,
    donorId,
    patientIndex: patient.docIndex,
    patientSealed: sealParty(tx.app, partyOf(tx, patient)),
    hospitalId: hospital.id,
    admittedOn: command.admittedOn,
    dischargedOn: command.dischargedOn,
    hospitalReference: null,
    requestHash: null,
    openKey,
    kinship: null,
    bloodFeeFen: null,
    waivedFen: null,
    clause: null,
    edition: null,
    reason: null,
    lines: null,
    lookupConsentAt: tx.now,
    settledOn: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  try {
    await tx.em.insert(WaiverClaim, claim);
  } catch (error) {
    // Two taps at once: the key decided which of them is the claim.
    if (isUniqueViolation(error, 'open')) throw new Refusal('CLAIM_OPEN_ALREADY', 'conflict');
    throw error;
  }
  await addStep(tx, claim.id, 'checking', '已提交申请，并同意查询亲属关系和票据。');
  await enqueue(tx, checkClaimJob, { claimId: claim.id, attempt: 0 }, { dedupeKey: `${claim.id}:0` });
  await notify(tx, patient.id, 'waiver.received', { claim: claim.number }, claimPage(claim.id));
  return showClaim(tx, claim);
}

async function getDonorId(tx: Tx, { donor, relation }: Command, patientId: string): Promise<string> {
  if (donor.who === 'self') {
    if (relation !== 'self') throw badField('relation', 'not_self');
    return patientId;
  }
  if (relation === 'self') throw badField('relation', 'self_is_no_relative');
  const person = await findDonorNamed(tx, donor);
  if (!person) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
  if (person.id === patientId) throw badField('donor.document', 'same_person');
  return person.id;
}
