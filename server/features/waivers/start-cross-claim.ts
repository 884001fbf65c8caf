import type { Input, Output } from '@contract/endpoint';
import type { startCrossClaim as contract } from '@contract/waiver-files';
import { homeProvince } from '@rules/provinces';
import { type Person, getPerson } from '@server/features/identity';
import { findOrganizationByCode } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { takeClaimFiles } from './claim-files';
import { addStep } from './claim-progress';
import { isBillUsed } from './find-duplicate-bill';
import { holdBills } from './hold-bills';
import { findDonorNamed, findPersonNamed, partyOf, sealParty } from './parties';
import { recordClaim } from './record-claim';
import { showClaim } from './show-claim';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { billKey } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';
import type { ClaimFileKind } from './waiver-claim-file.entity';
import { WaiverCrossing } from './waiver-crossing.entity';

type Command = Input<typeof contract>;

/** Stands for every hospital of another province, so that a claim has one; its name is with the claim. */
const elsewhereHospital = 'OUT-OF-PROVINCE';

/** What happened elsewhere; where both did, the province of the donation decides, and that is not here. */
function crossingOf({ donatedIn, treatedIn }: Command): 'donated' | 'treated' {
  if (donatedIn === homeProvince && treatedIn === homeProvince) throw new Refusal('NOT_ACROSS_PROVINCES', 'conflict');
  if (donatedIn !== homeProvince && treatedIn !== homeProvince) throw new Refusal('NOT_OF_THIS_PROVINCE', 'conflict');
  return donatedIn === homeProvince ? 'treated' : 'donated';
}

/** What nobody here can look up has to be shown. */
function demandFiles({ files, relation }: Command, crossing: 'donated' | 'treated'): void {
  const needed: ClaimFileKind[] = [
    crossing === 'donated' ? 'donation_certificate' : 'discharge_bill',
    ...(relation === 'self' ? [] : (['kinship'] as const)),
  ];
  const kind = needed.find(one => !files.some(file => file.kind === one));
  if (kind) throw new Refusal('FILE_MISSING', 'conflict', { kind });
}

async function findHospitalId(tx: Tx, { hospitalCode, hospitalName }: Command, isElsewhere: boolean): Promise<string> {
  if (isElsewhere && hospitalName === undefined) throw badField('hospitalName', 'missing');
  if (!isElsewhere && hospitalCode === undefined) throw badField('hospitalCode', 'missing');
  const hospital = await findOrganizationByCode(tx, 'hospital', isElsewhere ? elsewhereHospital : (hospitalCode ?? ''));
  if (!hospital || (!isElsewhere && !hospital.active)) throw new Refusal('UNKNOWN_HOSPITAL', 'conflict');
  return hospital.id;
}

/** Somebody who gave elsewhere need not be a donor here, but must be reachable: without a word of theirs nobody asks about them. */
async function findDonorId(
  tx: Tx,
  { donor, relation }: Command,
  claimant: Person,
  crossing: 'donated' | 'treated',
): Promise<string> {
  if (donor.who === 'self') {
    if (relation !== 'self') throw badField('relation', 'not_self');
    return claimant.id;
  }
  if (relation === 'self') throw badField('relation', 'self_is_no_relative');
  const person = await (crossing === 'treated' ? findDonorNamed(tx, donor) : findPersonNamed(tx, donor));
  if (!person) throw new Refusal('DONOR_NOT_FOUND', 'conflict');
  if (person.id === claimant.id) throw badField('donor.document', 'same_person');
  return person.id;
}

/** The fee as the claimant read it off the bill; a reviewer compares it with the picture. What is known of a bill, no typing changes. */
async function holdTypedBill(tx: Tx, claim: WaiverClaim, bill: NonNullable<Command['bill']>): Promise<void> {
  const known = await tx.em.findOneBy(WaiverBillBalance, { billKey: billKey(bill.code, bill.number) });
  const isOther = known && (known.patientIndex !== claim.patientIndex || known.bloodFeeFen !== bill.bloodFeeFen);
  if (isOther || (await isBillUsed(tx, claim, bill))) throw new Refusal('BILL_USED', 'conflict');
  await holdBills(tx, claim, [{ ...bill, billedFen: bill.bloodFeeFen, status: null, lines: [], linesKey: null }]);
}

/** A claim across provinces (跨省): what the registers here know is asked as for any other, the rest stands on what was uploaded. */
export async function startCrossClaim(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  if (!command.lookupConsent) throw new Refusal('LOOKUP_CONSENT_MISSING', 'conflict');
  if (command.dischargedOn < command.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  if (command.dischargedOn > tx.today) throw new Refusal('DATE_IN_FUTURE', 'bad_input');
  const crossing = crossingOf(command);
  demandFiles(command, crossing);
  const { bill, hospitalName, donatedIn, treatedIn, relation, admittedOn, dischargedOn, files } = command;
  if (crossing === 'treated' && !bill) throw badField('bill', 'missing');
  if (bill && bill.issuedOn > tx.today) throw badField('bill.issuedOn', 'not_a_date');
  const hospitalId = await findHospitalId(tx, command, crossing === 'treated');
  const claimant = await getPerson(tx, personOf(tx.actor));
  const donorId = await findDonorId(tx, command, claimant, crossing);
  tx.subject(donorId);
  const patient = { patientIndex: claimant.docIndex, patientSealed: sealParty(tx.app, partyOf(tx, claimant)) };
  const given = { ...patient, donorId, relation, crossing, hospitalId, admittedOn, dischargedOn, billSealed: null };
  const claim = await recordClaim(tx, claimant, given, async recorded => {
    const claimId = recorded.id;
    const sealed = crossing === 'treated' ? tx.app.crypto.seal('health', hospitalName ?? '') : null;
    await tx.em.insert(WaiverCrossing, { claimId, donatedIn, treatedIn, hospitalSealed: sealed });
    await takeClaimFiles(tx, claimId, files);
    if (crossing === 'treated' && bill) await holdTypedBill(tx, recorded, bill);
    await addStep(tx, claimId, recorded.state, `收到跨省申请的 ${files.length} 份材料。`);
  });
  return showClaim(tx, claim);
}
