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
  return (await findOpenFen(tx, claim, bill, Number.MAX_SAFE_INTEGER)) === undefined;
}

/** What nobody has waived yet of a fee on this bill; undefined when nothing of it is left for this claim. */
export async function findOpenFen(
  tx: Tx,
  claim: Pick<WaiverClaim, 'id' | 'donorId' | 'patientIndex'>,
  bill: { code: string; number: string },
  feeFen: number,
): Promise<number | undefined> {
  const key = billKey(bill.code, bill.number);
  const own = await findRow(tx.em, WaiverBill, { activeKey: key, donorId: claim.donorId });
  if (own && own.claimId !== claim.id) return undefined;
  const balance = await findRow(tx.em, WaiverBillBalance, { billKey: key });
  // A refund that came before the bill makes less of it.
  const left = Math.max(0, feeFen - (balance?.refundedFen ?? 0));
  if (!balance || balance.waivedFen === 0) return left;
  const isUsed = balance.patientIndex !== claim.patientIndex || balance.waivedFen >= balance.bloodFeeFen;
  return isUsed ? undefined : Math.max(0, left - balance.waivedFen);
}
