import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { FiveElements, MedicalBill } from '@server/adapters/finance/port';
import { isListedRelation, type IdentityFact, type WaiverFacts } from '@rules/waiver-decision';
import { getPerson } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { writeAuditLine } from '@server/platform/audit/write-audit-line';
import { inTransaction, txOn } from '@server/platform/tx';
import { type ClaimFindings, type FoundBills, concludeClaim, leaveUncheckedClaim } from './conclude-claim';
import { type SourceAnswer, gatherKinship } from './gather-kinship';
import { stateOn } from './kinship-consent';
import { findKnownKinship } from './known-kinship';
import { type Party, openParty, partyOf } from './parties';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverCommitment } from './waiver-commitment.entity';
import { WaiverConsent } from './waiver-consent.entity';

interface Subject {
  claim: WaiverClaim;
  donor: Party;
  patient: Party;
  /** A parent who claims for a child. */
  guardian: Party | undefined;
  hospitalCode: string;
  consent: WaiverFacts['consent'];
  letterSigned: boolean;
  /** What a register said about the same kinship for an earlier claim. */
  known: SourceAnswer | undefined;
}

/** Handler of `checkClaimJob`. The registers are asked with no transaction open; what they said is then judged in one. */
export async function checkClaim(app: App, job: { claimId: string; attempt: number }): Promise<void> {
  const origin = { actor: systemActor, requestId: `waiver.check:${job.claimId}` };
  const subject = await app.db.read(em => findSubject(app, txOn(app, em, origin), job.claimId));
  // Decided already: the job was repeated after a crash.
  if (!subject) return;
  const { claim, hospitalCode, patient, consent, letterSigned } = subject;
  const isListed = isListedRelation(claim.relation);
  const findings: ClaimFindings = {
    attempt: job.attempt,
    hospitalCode,
    patient,
    consent,
    letterSigned,
    donorIdentity: isListed ? await findDonorIdentity(app, subject) : unasked,
    patientIdentity: isListed && subject.guardian ? await findIdentity(app, patient) : unasked,
    guardian: isListed ? await findGuardianship(app, subject) : { verdict: 'not_needed', isStep: false, answers: [] },
    kinship: await findKinship(app, subject),
    // No register here knows a bill of another province.
    bills: isListed && claim.crossing !== 'treated' ? await findBills(app, subject) : 'not_needed',
  };
  await inTransaction(app, origin, async tx => {
    await concludeClaim(tx, job.claimId, findings);
    // A job leaves no audit line by itself, and this one looked people up and may have decided about money.
    const { actor, requestId } = origin;
    const entry = { action: 'waiver.check', actor, requestId, subjectId: claim.donorId, outcome: 'done' };
    await writeAuditLine(app, tx.em, entry);
  });
}

async function findSubject(app: App, tx: ReturnType<typeof txOn>, claimId: string): Promise<Subject | undefined> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'checking' });
  if (!claim) return undefined;
  const asked = await tx.em.findOneBy(WaiverConsent, { claimId });
  const answer = asked && stateOn(asked, tx.now);
  const claimant = claim.claimantId === null ? undefined : await getPerson(tx, claim.claimantId);
  return {
    claim,
    donor: partyOf(tx, await getPerson(tx, claim.donorId)),
    patient: openParty(app, claim.patientSealed),
    guardian: claimant && claimant.docIndex !== claim.patientIndex ? partyOf(tx, claimant) : undefined,
    hospitalCode: (await getOrganization(tx, claim.hospitalId)).code,
    consent: !answer ? 'not_needed' : answer === 'asked' || answer === 'expired' ? 'no_answer' : answer,
    letterSigned: await tx.em.existsBy(WaiverCommitment, { claimId }),
    known: await findKnownKinship(tx, claim),
  };
}

/** The look-up failed in a way that no further try mends: a person decides, or the claim would wait for ever. */
export async function handOverClaim(app: App, { claimId }: { claimId: string }): Promise<void> {
  const origin = { actor: systemActor, requestId: `waiver.check:${claimId}` };
  await inTransaction(app, origin, tx => leaveUncheckedClaim(tx, claimId));
}

const unasked: { result: IdentityFact; answer: undefined } = { result: 'not_needed', answer: undefined };

async function findIdentity(app: App, party: Party): Promise<ClaimFindings['donorIdentity']> {
  // The population register knows people by identity cards.
  if (party.docType !== 'id_card') return unasked;
  try {
    const { result, receipt } = await app.adapters.publicSecurity.verifyIdentity(party);
    return { result, answer: { source: receipt.source, sha256: receipt.sha256 } };
  } catch (error) {
    if (error instanceof SourceUnavailable) return { result: 'unavailable', answer: undefined };
    throw error;
  }
}

/** A donor who declined is asked about as little as one who has not answered: a claim may be appealed after either. */
const mayAsk = (consent: WaiverFacts['consent']): boolean => consent !== 'no_answer' && consent !== 'declined';

/** Whoever proved the identity to a host and claims, or claims for the own child, is known to be alive and so called. */
async function findDonorIdentity(app: App, { claim, donor, consent }: Subject) {
  const isClaimant = claim.relation === 'self' || claim.donorId === claim.claimantId;
  return isClaimant || !mayAsk(consent) ? unasked : findIdentity(app, donor);
}

async function findGuardianship(
  app: App,
  { patient, guardian, claim, donor }: Subject,
): Promise<ClaimFindings['guardian']> {
  // A parent who gave the blood: the kinship is the guardianship.
  const isSameQuestion = guardian?.docNumber === donor.docNumber && claim.relation === 'child';
  if (!guardian || isSameQuestion) return { verdict: 'not_needed', isStep: false, answers: [] };
  return gatherKinship(app.adapters, { donor: patient, patient: guardian, claimed: 'parent' });
}

async function findKinship(app: App, subject: Subject): Promise<ClaimFindings['kinship']> {
  const { claim, donor, patient, consent, letterSigned, known } = subject;
  const { relation } = claim;
  // No rule lists the relation: there is nothing that a register could prove.
  if (relation === 'self' || !isListedRelation(relation)) return { verdict: 'not_needed', isStep: false, answers: [] };
  // Nobody asks about the donor without the donor's word.
  if (!mayAsk(consent)) return { verdict: 'not_needed', isStep: false, answers: [] };
  // Proved at an earlier try that waited for the bill, or looked for in vain before the letter was signed.
  if (claim.kinship === 'proved') return { verdict: 'proved', isStep: false, answers: [] };
  if (claim.kinship === 'not_found' && letterSigned) return { verdict: 'not_found', isStep: false, answers: [] };
  // Proved for an earlier claim and not too long ago: what is not needed is not looked up.
  if (known) return { verdict: 'proved', isStep: false, answers: [known] };
  return gatherKinship(app.adapters, { donor, patient, claimed: relation });
}

async function findBills(app: App, subject: Subject): Promise<FoundBills> {
  try {
    return await askForBills(app, subject);
  } catch (error) {
    if (error instanceof SourceUnavailable) return 'unavailable';
    throw error;
  }
}

/** Throws `SourceUnavailable` when there is no answer. */
export async function askForBills(
  app: App,
  { claim, patient, hospitalCode }: Pick<Subject, 'claim' | 'patient' | 'hospitalCode'>,
): Promise<Exclude<FoundBills, 'unavailable'>> {
  const { finance } = app.adapters;
  if (claim.crossing === 'treated') return { found: [], answer: { source: '', result: 'not_needed', sha256: null } };
  const answered = (found: MedicalBill[], receipt: { source: string; sha256: string }) => ({
    found,
    answer: {
      source: receipt.source,
      result: found.length > 0 ? ('proved' as const) : ('not_found' as const),
      sha256: receipt.sha256,
    },
  });
  if (claim.billSealed !== null) {
    const elements = JSON.parse(app.crypto.open('identity', claim.billSealed)) as FiveElements;
    const { result, receipt } = await finance.verifyBill(elements, { name: patient.name, code: patient.docNumber });
    return answered(result.valid ? [result.bill] : [], receipt);
  }
  const { admittedOn, dischargedOn } = claim;
  const { bills, receipt } = await finance.findBills({ patient, hospitalCode, admittedOn, dischargedOn });
  return answered(bills, receipt);
}
