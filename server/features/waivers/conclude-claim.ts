import type { KinshipVerdict } from '@rules/kinship';
import {
  type IdentityFact,
  type ReasonId,
  REASON_WORDS,
  type WaiverDecision,
  type WaiverFacts,
  asksForLetter,
  decideWaiver,
  openFee,
} from '@rules/waiver-decision';
import type { MedicalBill } from '@server/adapters/finance/port';
import { plusSeconds } from '@server/platform/clock';
import { enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { applyEntitlement, refuseClaim } from './apply-entitlement';
import { RETRY_MINUTES, checkClaimJob } from './check-claim-job';
import { addEvidence, addStep, moveClaim, tellPatient } from './claim-progress';
import { uploadEvidence } from './claim-files';
import { isUnderAppeal } from './close-review';
import { entitlementEvidence, identityEvidence, invoiceEvidence, kinshipEvidence } from './evidence-words';
import { clauseOf } from './explain-entitlement';
import { findEntitlement } from './find-entitlement';
import type { SourceAnswer } from './gather-kinship';
import { holdBills } from './hold-bills';
import { judgeBills, linesFingerprint } from './judge-bills';
import type { Party } from './parties';
import { takeTurn } from './waiver-account';
import { WaiverClaim } from './waiver-claim.entity';
import { weighBills } from './weigh-bills';

export interface KinshipAnswers {
  verdict: KinshipVerdict | 'not_needed';
  isStep: boolean;
  answers: SourceAnswer[];
}

export type FoundBills = { found: MedicalBill[]; answer: SourceAnswer } | 'unavailable';

export interface IdentityAnswer {
  result: IdentityFact;
  answer: { source: string; sha256: string } | undefined;
}

/** What the registers said, before anybody judges it. */
export interface ClaimFindings {
  attempt: number;
  hospitalCode: string;
  patient: Party;
  consent: WaiverFacts['consent'];
  letterSigned: boolean;
  donorIdentity: IdentityAnswer;
  patientIdentity: IdentityAnswer;
  guardian: KinshipAnswers;
  kinship: KinshipAnswers;
  bills: FoundBills | 'not_needed';
}

const OF_REGISTERS: readonly ReasonId[] = [
  ...(['identity_unavailable', 'guardian_unavailable', 'kinship_unavailable', 'bill_unavailable'] as const),
];

/** Turns what the registers said into the next state: wait, the letter, a person, refused with the clause, or approved and spent. */
export async function concludeClaim(tx: Tx, claimId: string, findings: ClaimFindings): Promise<void> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'checking' });
  if (!claim) return;
  tx.subject(claim.donorId);
  // The donor's account first, then the bills: everybody who needs both takes them in this order.
  await takeTurn(tx, claim.donorId);
  const { bills } = findings;
  const judged =
    typeof bills === 'string'
      ? []
      : judgeBills(bills.found, {
          ...claim,
          patient: findings.patient,
          hospitalCode: findings.hospitalCode,
          fingerprint: linesFingerprint(tx.app),
        });
  const entitlement = await findEntitlement(tx, claim.donorId, claim.relation, claim.dischargedOn);
  const facts: WaiverFacts = {
    relation: claim.relation,
    consent: findings.consent,
    donorIdentity: findings.donorIdentity.result,
    patientIdentity: findings.patientIdentity.result,
    guardian: findings.guardian.verdict,
    kinship: findings.kinship,
    letterSigned: findings.letterSigned,
    bills: typeof bills === 'string' ? 'unavailable' : await weighBills(tx, claim, judged),
    entitlement: { ...entitlement, clause: clauseOf(entitlement) },
    usedOn: claim.dischargedOn,
    crossing: claim.crossing,
  };
  const decision = decideWaiver(facts);
  await writeEvidence(tx, claim, findings, facts);

  const isPerson = decision.answer === 'person';
  const mayWait = findings.attempt < RETRY_MINUTES.length;
  if (isPerson && mayWait && decision.reasons.some(id => OF_REGISTERS.includes(id))) {
    await waitForRegisters(tx, claim, findings);
    return;
  }
  const kinship = findings.kinship.verdict;
  const isAppealed = await isUnderAppeal(tx, claimId);
  if (decision.answer === 'no' && !isAppealed) {
    if (decision.reason === 'not_entitled') await addEvidence(tx, claimId, [entitlementEvidence(entitlement)]);
    const isOfRules = decision.reason === 'not_entitled' || decision.reason === 'relation_not_listed';
    await refuseClaim(tx, claim, {
      from: 'checking',
      clause: decision.clause,
      reason: isOfRules ? entitlement.reason : REASON_WORDS[decision.reason],
      edition: isOfRules ? (entitlement.edition ?? null) : null,
    });
    return;
  }
  // The bill of another province is held from the beginning, as it was typed.
  if (claim.crossing !== 'treated')
    await holdBills(
      tx,
      claim,
      judged.filter(({ status }) => status !== 'reversed'),
    );
  const known = { kinship, ...(typeof bills === 'string' ? {} : { bloodFeeFen: openFee(facts.bills).feeFen }) };
  // After a refusal the registers inform; another reviewer than the first decides.
  if (isAppealed) await leaveToPerson(tx, claim, known, reasonsOf(decision));
  else if (decision.answer === 'yes') await applyEntitlement(tx, claim, { from: 'checking', kinship });
  else if (decision.answer === 'no') throw new Error('a refusal went on');
  else if (asksForLetter(facts)) await askForLetter(tx, claim, known, decision.reasons);
  else await leaveToPerson(tx, claim, known, decision.reasons);
}

function reasonsOf(decision: WaiverDecision): ReasonId[] {
  if (decision.answer === 'person') return ['appealed', ...decision.reasons];
  return decision.answer === 'no' ? ['appealed', decision.reason] : ['appealed'];
}

async function writeEvidence(tx: Tx, claim: WaiverClaim, findings: ClaimFindings, facts: WaiverFacts): Promise<void> {
  const { kinship, guardian, bills } = findings;
  const isAsked = findings.consent !== 'no_answer' && findings.consent !== 'declined';
  await addEvidence(tx, claim.id, [
    ...identityEvidence('献血者', findings.donorIdentity),
    ...identityEvidence('患者', findings.patientIdentity),
    ...(guardian.verdict === 'not_needed' ? [] : kinshipEvidence('parent', guardian, 'guardian')),
    ...(isAsked ? kinshipEvidence(claim.relation, kinship) : []),
    ...(claim.crossing ? [await uploadEvidence(tx, claim.id)] : []),
    ...(bills === 'not_needed'
      ? []
      : [invoiceEvidence(bills === 'unavailable' ? undefined : bills.answer, facts.bills)]),
  ]);
}

/** Said as it is: a register is down, we ask again by ourselves. */
async function waitForRegisters(tx: Tx, claim: WaiverClaim, { attempt, kinship }: ClaimFindings): Promise<void> {
  const minutes = RETRY_MINUTES[attempt] ?? 0;
  await tx.em.update(
    WaiverClaim,
    { id: claim.id },
    { kinship: kinship.verdict, reason: '外部登记系统暂时没有回应，系统会自动再次查询。', updatedAt: tx.now },
  );
  if (attempt === 0) {
    await addStep(tx, claim.id, 'checking', '登记系统暂时没有回应，系统会自动再次查询。');
    await tellPatient(tx, claim, 'waiver.waiting');
  }
  await enqueue(
    tx,
    checkClaimJob,
    { claimId: claim.id, attempt: attempt + 1 },
    { dedupeKey: `${claim.id}:${claim.updatedAt}:${attempt + 1}`, notBefore: plusSeconds(tx.now, minutes * 60) },
  );
}

/** What the reviewer finds on the claim already. */
type Known = Partial<Pick<WaiverClaim, 'kinship' | 'bloodFeeFen'>>;

const said = (reasons: readonly ReasonId[]): string => reasons.map(id => REASON_WORDS[id]).join('');

async function askForLetter(tx: Tx, claim: WaiverClaim, known: Known, reasons: readonly ReasonId[]): Promise<void> {
  const changes = { ...known, reason: said(reasons), reasons: JSON.stringify(reasons) };
  if (!(await moveClaim(tx, claim.id, 'checking', 'needs_commitment', changes)))
    throw new Error('claim was decided twice');
  await addStep(tx, claim.id, 'needs_commitment', `${said(reasons)}请签承诺书，或者请工作人员核对。`);
  await tellPatient(tx, claim, 'waiver.needs-letter');
}

async function leaveToPerson(tx: Tx, claim: WaiverClaim, known: Known, reasons: readonly ReasonId[]): Promise<void> {
  const reason = said(reasons).slice(0, 500);
  const moved = await moveClaim(tx, claim.id, 'checking', 'needs_person', {
    ...known,
    reason,
    reasons: JSON.stringify(reasons),
  });
  if (!moved) throw new Error('claim was decided twice');
  await addStep(tx, claim.id, 'needs_person', `已转人工核对：${reason}`.slice(0, 500));
  await tellPatient(tx, claim, 'waiver.needs-person');
}

/** Nothing was found out, by a fault of ours or of a register. */
export async function leaveUncheckedClaim(tx: Tx, claimId: string): Promise<void> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'checking' });
  if (claim) await leaveToPerson(tx, claim, {}, ['check_failed']);
}
