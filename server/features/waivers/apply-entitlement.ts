import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { addEvidence, addStep, claimPage, findPatientId, moveClaim, tellDonor, tellPatient } from './claim-progress';
import { entitlementEvidence } from './evidence-words';
import { clauseOf, entitlementLines, yuan } from './explain-entitlement';
import { openFen, releaseBills, takeFromBills } from './hold-bills';
import { spendWaiver } from './spend-waiver';
import { takeTurn } from './waiver-account';
import { WaiverBill } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';

interface Decision {
  from: 'checking' | 'needs_person';
  /** As the registers judged it; left as it is when a person decides. */
  kinship?: WaiverClaim['kinship'];
  /** Said by the reviewer, when a person decides. */
  note?: string;
}

/**
 * Computes by the edition in force and either spends the donor's balance or refuses with the clause. Never more than what
 * nobody has waived yet of the bills that the claim holds.
 */
export async function applyEntitlement(
  tx: Tx,
  claim: WaiverClaim,
  decision: Decision,
): Promise<'approved' | 'refused'> {
  await takeTurn(tx, claim.donorId);
  const bills = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const bloodFeeFen = bills.reduce((sum, bill) => sum + bill.bloodFeeFen, 0);
  const open = await openFen(tx, claim.id);
  const usedOn = claim.dischargedOn;
  const { entitlement, waivedFen } = await spendWaiver(tx, { ...claim, usedOn, bloodFeeFen: open });
  await addEvidence(tx, claim.id, [entitlementEvidence(entitlement)]);
  const shared = { clause: clauseOf(entitlement), edition: entitlement.edition ?? null };
  if (!entitlement.entitled) {
    await refuseClaim(tx, claim, { ...shared, from: decision.from, reason: entitlement.reason });
    return 'refused';
  }
  await takeFromBills(tx, claim.id, waivedFen);
  const moved = await moveClaim(tx, claim.id, decision.from, 'approved', {
    ...shared,
    ...(decision.kinship === undefined ? {} : { kinship: decision.kinship }),
    bloodFeeFen,
    waivedFen,
    reasons: null,
    reason: decision.note ?? entitlement.reason,
    lines: JSON.stringify(entitlementLines(entitlement)),
  });
  // Rolls the spending back; the other decision stands.
  if (!moved) throw new Error('claim was decided twice');
  await addStep(tx, claim.id, 'approved', `同意减免 ${yuan(waivedFen)} 元（条款 ${shared.clause}）。`);
  const values = { claim: claim.number, amount: yuan(waivedFen) };
  const patientId = await findPatientId(tx, claim);
  if (patientId) await notify(tx, patientId, 'waiver.approved', values, claimPage(claim.id));
  await tellDonor(tx, claim, waivedFen);
  return 'approved';
}

export async function refuseClaim(
  tx: Tx,
  claim: WaiverClaim,
  refusal: {
    from: 'awaiting_consent' | 'checking' | 'needs_person';
    clause: string;
    reason: string;
    edition?: string | null;
  },
): Promise<void> {
  const { from, clause, reason, edition = null } = refusal;
  const changes = { clause, reason, edition, waivedFen: 0, openKey: null, reasons: null };
  if (!(await moveClaim(tx, claim.id, from, 'refused', changes))) throw new Error('claim was decided twice');
  await releaseBills(tx, claim.id);
  await addStep(tx, claim.id, 'refused', `不予减免（${clause === '人工核对' ? clause : `条款 ${clause}`}）：${reason}`);
  await tellPatient(tx, claim, 'waiver.refused');
}
