import type { KinshipVerdict } from '@rules/kinship';
import type { MedicalBill } from '@server/adapters/finance/port';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { RETRY_MINUTES, checkClaimJob } from './check-claim-job';
import { addEvidence, addStep, moveClaim, tellPatient } from './claim-progress';
import { findEntitlement } from './find-entitlement';
import { findDuplicate } from './find-duplicate-bill';
import type { SourceAnswer } from './gather-kinship';
import { type BillsJudged, judgeBills } from './judge-bills';
import type { Party } from './parties';
import { applyEntitlement, refuseClaim } from './apply-entitlement';
import { invoiceEvidence, kinshipEvidence } from './evidence-words';
import { WaiverBill, billKey } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';

export interface ClaimFindings {
  attempt: number;
  hospitalCode: string;
  patient: Party;
  kinship: { verdict: KinshipVerdict | 'not_needed'; answers: SourceAnswer[] };
  bills: { found: MedicalBill[]; answer: SourceAnswer } | 'unavailable' | 'not_needed';
}

const KINSHIP_DOUBT: Partial<Record<KinshipVerdict | 'not_needed', string>> = {
  not_found: '登记信息暂时不能证明亲属关系，需要人工核对。',
  conflict: '登记信息与所填的亲属关系不一致，需要人工核对。',
  unavailable: '亲属关系登记系统多次没有回应，需要人工核对。',
};

/** Turns what the registers said into the next state: wait, a person, refused with the clause, or approved and spent. */
export async function concludeClaim(tx: Tx, claimId: string, findings: ClaimFindings): Promise<void> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'checking' });
  if (!claim) return;
  tx.subject(claim.donorId);
  const { kinship, bills } = findings;
  await addEvidence(tx, claimId, kinshipEvidence(claim.relation, kinship));

  if (bills === 'not_needed' || (await isRefusedAnyway(tx, claim, kinship.verdict))) {
    await applyEntitlement(tx, claim, { from: 'checking', bloodFeeFen: 0 });
    return;
  }
  const judged = bills === 'unavailable' ? undefined : judgeBills(bills.found, { ...claim, ...findings });
  await addEvidence(tx, claimId, [invoiceEvidence(bills === 'unavailable' ? undefined : bills.answer, judged)]);

  const mayWait = findings.attempt < RETRY_MINUTES.length;
  if (mayWait && (!judged || kinship.verdict === 'unavailable')) {
    await waitForRegisters(tx, claim, findings);
    return;
  }
  if (
    judged &&
    (await findDuplicate(
      tx,
      claimId,
      judged.bills.map(({ bill }) => bill),
    ))
  ) {
    const reason = '这张票据已经用于另一次减免，不能重复使用。';
    await refuseClaim(tx, claim, { from: 'checking', clause: '票据唯一', reason });
    return;
  }
  if (judged) await holdBills(tx, claimId, judged);
  const doubts = [
    ...[KINSHIP_DOUBT[kinship.verdict]].filter(doubt => doubt !== undefined),
    ...(judged ? judged.doubts : ['票据系统多次没有回应，需要人工核对。']),
  ];
  if (doubts.length > 0) await leaveToPerson(tx, claim, findings, doubts, judged?.bloodFeeFen ?? null);
  else await applyEntitlement(tx, claim, { from: 'checking', bloodFeeFen: judged?.bloodFeeFen ?? 0 });
}

/**
 * No bill can help when the rules give nothing. Asked only once the kinship stands: before that, the answer would tell a
 * stranger about the donor's record.
 */
async function isRefusedAnyway(tx: Tx, claim: WaiverClaim, kinship: KinshipVerdict | 'not_needed'): Promise<boolean> {
  if (claim.relation !== 'self' && kinship !== 'proved') return false;
  return !(await findEntitlement(tx, claim.donorId, claim.relation, claim.dischargedOn)).entitled;
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
    { dedupeKey: `${claim.id}:${attempt + 1}`, notBefore: plusSeconds(tx.now, minutes * 60) },
  );
}

async function holdBills(tx: Tx, claimId: string, judged: BillsJudged): Promise<void> {
  if (judged.bills.length === 0) return;
  await tx.em.insert(
    WaiverBill,
    judged.bills.map(({ bill, bloodFeeFen }) => ({
      id: newId(),
      claimId,
      billCode: bill.code,
      billNumber: bill.number,
      activeKey: billKey(bill.code, bill.number),
      issuedOn: bill.issuedOn,
      bloodFeeFen,
    })),
  );
}

async function leaveToPerson(
  tx: Tx,
  claim: WaiverClaim,
  { kinship }: ClaimFindings,
  doubts: string[],
  bloodFeeFen: number | null,
): Promise<void> {
  const reason = doubts.join('');
  const moved = await moveClaim(tx, claim.id, 'checking', 'needs_person', {
    kinship: kinship.verdict,
    bloodFeeFen,
    reason,
  });
  if (!moved) throw new Error('claim was decided twice');
  await addStep(tx, claim.id, 'needs_person', `已转人工核对：${reason}`);
  await tellPatient(tx, claim, 'waiver.needs-person');
}

/** Nothing was found out, by a fault of ours or of a register. */
export async function leaveUncheckedClaim(tx: Tx, claimId: string): Promise<void> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'checking' });
  if (!claim) return;
  const reason = '系统核对没有完成，需要人工核对。';
  if (!(await moveClaim(tx, claimId, 'checking', 'needs_person', { reason }))) return;
  await addStep(tx, claimId, 'needs_person', `已转人工核对：${reason}`);
  await tellPatient(tx, claim, 'waiver.needs-person');
}
