import type { MedicalBill } from '@server/adapters/finance/port';
import type { Tx } from '@server/platform/tx';
import { openBalance } from './hold-bills';
import { judgeBills, linesFingerprint } from './judge-bills';
import type { Party } from './parties';
import { reduceWaivers } from './reduce-waiver';
import { findRefundedFen } from './take-refund';
import { WaiverBill, billKey } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';

interface Looked {
  claim: WaiverClaim;
  hospitalCode: string;
  patient: Party;
}

/**
 * What the register says today of the bills that a decided claim holds: a reversed bill has nothing left to waive, a refund in
 * negative lines less. Answers whether a person has to ask of which lines a refund was; that of a bill which was taken so at the
 * decision was answered then. A bill that the register does not know now proves nothing.
 */
export async function readBillsAgain(
  tx: Tx,
  { claim, hospitalCode, patient }: Looked,
  found: readonly MedicalBill[],
): Promise<{ isUnexplained: boolean }> {
  const stay = { ...claim, patient, hospitalCode, fingerprint: linesFingerprint(tx.app) };
  const judged = new Map(judgeBills(found, stay).map(bill => [billKey(bill.code, bill.number), bill]));
  let isUnexplained = false;
  for (const held of await tx.em.findBy(WaiverBill, { claimId: claim.id })) {
    const bill = judged.get(held.activeKey ?? '');
    if (held.activeKey === null || !bill) continue;
    const isReversed = bill.status === 'reversed';
    const isRefunded = bill.status === 'partly_refunded';
    const isKnown = async () =>
      (await findRefundedFen(tx, billKey(bill.code, bill.number), claim.hospitalId)) >= bill.bill.refundFen;
    if (isRefunded && !bill.facts.isRefundExplained) {
      if (held.status !== 'partly_refunded' && !(await isKnown())) isUnexplained = true;
      continue;
    }
    if (!isReversed && !isRefunded) continue;
    await openBalance(tx, claim, isReversed ? { ...bill, bloodFeeFen: 0 } : bill);
    await reduceWaivers(tx, held.activeKey);
  }
  return { isUnexplained };
}
