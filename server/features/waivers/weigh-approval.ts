import { type Approval, judgeApproval } from '@rules/waiver-review';
import type { WaiverEntitlement } from '@rules/waiver';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { readReasons } from './claim-progress';
import type { DecisionContent } from './decision-content';
import { findEntitlement } from './find-entitlement';
import { findOpenFen } from './hold-bills';
import { stateOn } from './kinship-consent';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';

export const ELSEWHERE_CLAUSE = 'W-ELSEWHERE';

export interface Weighed {
  approval: Approval;
  entitlement: WaiverEntitlement;
  bloodFeeFen: number;
  elsewhereUsedFen: number;
}

/** By blood given in another province no ledger of ours is spent: what this service waived for it before is counted instead. */
async function findElsewhereUsed(tx: Tx, { id, donorId }: WaiverClaim): Promise<number> {
  const found = await tx.em.findBy(WaiverClaim, { donorId, clause: ELSEWHERE_CLAUSE });
  const granted = found.filter(claim => claim.id !== id && ['approved', 'paying', 'paid'].includes(claim.state));
  return granted.reduce((fen, { waivedFen }) => fen + (waivedFen ?? 0), 0);
}

/** What an approval with these findings would waive. True for as long as the caller has the donor's turn and the bills. */
export async function weighApproval(
  tx: Tx,
  claim: WaiverClaim,
  { findings, elsewhere }: Pick<DecisionContent, 'findings' | 'elsewhere'>,
): Promise<Weighed> {
  const bills = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const bloodFeeFen = bills.reduce((sum, bill) => sum + bill.bloodFeeFen, 0);
  const asked = await tx.em.findOneBy(WaiverConsent, { claimId: claim.id });
  const entitlement = await findEntitlement(tx, claim.donorId, claim.relation, claim.dischargedOn);
  const elsewhereUsedFen = await findElsewhereUsed(tx, claim);
  const approval = judgeApproval({
    relation: claim.relation,
    kinship: claim.kinship,
    reasons: readReasons(claim),
    findings,
    consent: asked && stateOn(asked, tx.now),
    bloodFeeFen,
    openFen: await findOpenFen(tx, claim.id),
    isHeldTwice: bills.some(({ activeKey }) => activeKey === null),
    entitlement,
    elsewhere: elsewhere && { quotaFen: elsewhere.quotaFen, usedFen: elsewhereUsedFen },
  });
  return { approval, entitlement, bloodFeeFen, elsewhereUsedFen };
}

/** The refusal that tells the reviewer why not. */
export function barred({ approval, entitlement }: Weighed): Refusal {
  if (approval.may) throw new Error('nothing bars this approval');
  const { because, reasons } = approval;
  switch (because) {
    case 'REASON_OPEN':
      return new Refusal('REASON_OPEN', 'conflict', { reasons });
    case 'BALANCE_SPENT':
      return new Refusal('BALANCE_SPENT', 'conflict', { reason: entitlement.reasonCode });
    case 'NOT_ENTITLED':
      return new Refusal('RULE_FORBIDS', 'conflict', { reason: entitlement.reasonCode });
    case 'BILL_MISSING':
    case 'BILL_USED':
    case 'ELSEWHERE_NEEDED':
      return new Refusal(because, 'conflict');
    default:
      return new Refusal('RULE_FORBIDS', 'conflict', { reason: because });
  }
}
