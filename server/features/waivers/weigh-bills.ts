import { In } from 'typeorm';
import type { BillFacts } from '@rules/waiver-decision';
import type { Tx } from '@server/platform/tx';
import { lockBalances, openBalance } from './hold-bills';
import type { JudgedBill } from './judge-bills';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';

const keyOf = ({ code, number }: JudgedBill): string => billKey(code, number);

/** What our books know of the bills: waived already, the same blood on another number, another patient. Locks them. */
export async function weighBills(tx: Tx, claim: WaiverClaim, judged: readonly JudgedBill[]): Promise<BillFacts[]> {
  const alive = judged.filter(({ status }) => status !== 'reversed');
  const keys = alive.map(keyOf);
  const held = keys.length === 0 ? [] : await tx.em.findBy(WaiverBill, { activeKey: In(keys) });
  const ownKeys = new Set(
    held
      .filter(({ donorId, claimId }) => donorId === claim.donorId && claimId !== claim.id)
      .map(bill => bill.activeKey),
  );
  for (const bill of [...alive].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) await openBalance(tx, claim, bill);
  const balances = await lockBalances(tx, keys);
  const weighed: BillFacts[] = [];
  for (const bill of judged) {
    const balance = balances.get(keyOf(bill));
    // The donor stands on this bill with another claim: nothing is open on it for this one.
    const waivedFen = ownKeys.has(keyOf(bill)) ? bill.bloodFeeFen : (balance?.waivedFen ?? 0);
    weighed.push({
      ...bill.facts,
      waivedFen,
      waivedOnTwinFen: await findWaivedOnTwins(tx, claim, bill, keys),
      isHeldByOther: balance !== undefined && balance.patientIndex !== claim.patientIndex && balance.waivedFen > 0,
    });
  }
  return weighed;
}

/** A bill that is issued again has another number and the same blood; two bills that both stand are two bills. */
async function findWaivedOnTwins(
  tx: Tx,
  { patientIndex }: WaiverClaim,
  { linesKey }: JudgedBill,
  alive: readonly string[],
): Promise<number> {
  if (linesKey === null) return 0;
  const twins = await tx.em.findBy(WaiverBillBalance, { linesKey, patientIndex });
  return twins.reduce((fen, { billKey: key, waivedFen }) => (alive.includes(key) ? fen : fen + waivedFen), 0);
}
