import { findRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';

/**
 * Nothing of the bill is left for this claim: the same donor stands on it with another one, all of its blood fee has been
 * waived, or it was used for another patient. Several donors may share what is left.
 */
export async function isBillUsed(
  tx: Tx,
  claim: Pick<WaiverClaim, 'id' | 'donorId' | 'patientIndex'>,
  bill: { code: string; number: string },
): Promise<boolean> {
  const key = billKey(bill.code, bill.number);
  const own = await findRow(tx.em, WaiverBill, { activeKey: key, donorId: claim.donorId });
  if (own && own.claimId !== claim.id) return true;
  const balance = await findRow(tx.em, WaiverBillBalance, { billKey: key });
  if (!balance || balance.waivedFen === 0) return false;
  return balance.patientIndex !== claim.patientIndex || balance.waivedFen >= balance.bloodFeeFen;
}

/** Of the blood fee of a bill, by all claims and settlements together. */
export async function findWaivedOn(tx: Tx, bill: { code: string; number: string }): Promise<number> {
  return (await findRow(tx.em, WaiverBillBalance, { billKey: billKey(bill.code, bill.number) }))?.waivedFen ?? 0;
}
