import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { MedicalBill } from '@server/adapters/finance/port';
import { getPerson } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { writeAuditLine } from '@server/platform/audit/write-audit-line';
import { inTransaction, txOn } from '@server/platform/tx';
import { concludeClaim, leaveUncheckedClaim, type ClaimFindings } from './conclude-claim';
import { type SourceAnswer, gatherKinship } from './gather-kinship';
import { type Party, openParty, partyOf } from './parties';
import { WaiverClaim } from './waiver-claim.entity';

const ENTITLED_RELATIONS = ['self', 'spouse', 'parent', 'child', 'sibling', 'grandparent', 'spouse_parent'];

interface Subject {
  claim: WaiverClaim;
  donor: Party;
  patient: Party;
  hospitalCode: string;
}

/** Handler of `checkClaimJob`. The registers are asked with no transaction open; what they said is then judged in one. */
export async function checkClaim(app: App, job: { claimId: string; attempt: number }): Promise<void> {
  const origin = { actor: systemActor, requestId: `waiver.check:${job.claimId}` };
  const subject = await app.db.read(async em => {
    const tx = txOn(app, em, origin);
    const claim = await tx.em.findOneBy(WaiverClaim, { id: job.claimId, state: 'checking' });
    if (!claim) return undefined;
    const hospital = await getOrganization(tx, claim.hospitalId);
    const donor = partyOf(tx, await getPerson(tx, claim.donorId));
    return { claim, donor, patient: openParty(app, claim.patientSealed), hospitalCode: hospital.code };
  });
  // Decided already: the job was repeated after a crash.
  if (!subject) return;
  const findings: ClaimFindings = {
    attempt: job.attempt,
    hospitalCode: subject.hospitalCode,
    patient: subject.patient,
    kinship: await findKinship(app, subject),
    bills: ENTITLED_RELATIONS.includes(subject.claim.relation) ? await findBills(app, subject) : 'not_needed',
  };
  await inTransaction(app, origin, async tx => {
    await concludeClaim(tx, job.claimId, findings);
    // A job leaves no audit line by itself, and this one looked people up and may have decided about money.
    const { actor, requestId } = origin;
    const entry = { action: 'waiver.check', actor, requestId, subjectId: subject.claim.donorId, outcome: 'done' };
    await writeAuditLine(app, tx.em, entry);
  });
}

/** The look-up failed in a way that no further try mends: a person decides, or the claim would wait for ever. */
export async function handOverClaim(app: App, { claimId }: { claimId: string }): Promise<void> {
  const origin = { actor: systemActor, requestId: `waiver.check:${claimId}` };
  await inTransaction(app, origin, tx => leaveUncheckedClaim(tx, claimId));
}

async function findKinship(app: App, { claim, donor, patient }: Subject): Promise<ClaimFindings['kinship']> {
  const { relation } = claim;
  // No rule lists the relation: there is nothing that a register could prove.
  if (relation === 'self' || !ENTITLED_RELATIONS.includes(relation)) return { verdict: 'not_needed', answers: [] };
  // Proved at an earlier try that waited for the bill.
  if (claim.kinship === 'proved') return { verdict: 'proved', answers: [] };
  return gatherKinship(app.adapters, { donor, patient, claimed: relation });
}

async function findBills(
  app: App,
  { claim, patient, hospitalCode }: Subject,
): Promise<{ found: MedicalBill[]; answer: SourceAnswer } | 'unavailable'> {
  try {
    const { admittedOn, dischargedOn } = claim;
    const { bills, receipt } = await app.adapters.finance.findBills({
      patient,
      hospitalCode,
      admittedOn,
      dischargedOn,
    });
    const result = bills.length > 0 ? 'proved' : 'not_found';
    return { found: bills, answer: { source: receipt.source, result, sha256: receipt.sha256 } };
  } catch (error) {
    if (error instanceof SourceUnavailable) return 'unavailable';
    throw error;
  }
}
