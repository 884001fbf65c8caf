import { addDays } from '@rules/calendar';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import {
  addEvidence,
  addStep,
  claimPage,
  findPatientId,
  moveClaim,
  tellDonor,
  tellPatient,
  tellPatientUntil,
} from './claim-progress';
import { closeReview } from './close-review';
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
  await grantClaim(tx, claim, {
    ...shared,
    from: decision.from,
    ...(decision.kinship === undefined ? {} : { kinship: decision.kinship }),
    bloodFeeFen,
    waivedFen,
    reason: decision.note ?? entitlement.reason,
    lines: JSON.stringify(entitlementLines(entitlement)),
  });
  await tellDonor(tx, claim, waivedFen);
  return 'approved';
}

type Grant = Pick<WaiverClaim, 'bloodFeeFen' | 'edition' | 'reason' | 'lines'> &
  Partial<Pick<WaiverClaim, 'kinship'>> & { from: Decision['from']; clause: string; waivedFen: number };

/** Takes the sum from the claim's bills and tells everybody. What of a balance pays for it, the caller has spent. */
export async function grantClaim(tx: Tx, claim: WaiverClaim, { from, ...granted }: Grant): Promise<void> {
  const { clause, waivedFen } = granted;
  await takeFromBills(tx, claim.id, waivedFen);
  const moved = await moveClaim(tx, claim.id, from, 'approved', {
    ...granted,
    reasons: null,
    decidedBy: tx.actor.staffId ?? null,
    decidedAt: tx.now,
  });
  // Rolls the spending back; the other decision stands.
  if (!moved) throw new Error('claim was decided twice');
  await closeReview(tx, claim.id, 'changed');
  await addStep(tx, claim.id, 'approved', `同意减免 ${yuan(waivedFen)} 元（条款 ${clause}）。`);
  const values = { claim: claim.number, amount: yuan(waivedFen) };
  const patientId = await findPatientId(tx, claim);
  if (patientId) await notify(tx, patientId, 'waiver.approved', values, claimPage(claim.id));
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
  const by = { decidedBy: tx.actor.staffId ?? null, decidedAt: tx.now };
  const changes = { clause, reason, edition, waivedFen: 0, openKey: null, reasons: null, ...by };
  if (!(await moveClaim(tx, claim.id, from, 'refused', changes))) throw new Error('claim was decided twice');
  await releaseBills(tx, claim.id);
  const isAppealed = await closeReview(tx, claim.id, 'upheld');
  const words = `${isAppealed ? '申诉后维持原来的决定' : '不予减免'}（条款 ${clause}）：${reason}`;
  await addStep(tx, claim.id, 'refused', words.slice(0, 500));
  if (isAppealed) await tellPatient(tx, claim, 'waiver.appeal-refused');
  else await tellPatientUntil(tx, claim, 'waiver.refused', addDays(tx.today, tx.app.config.waiverAppealDays));
}
