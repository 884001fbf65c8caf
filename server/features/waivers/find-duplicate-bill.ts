import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { WaiverBill, billKey } from './waiver-bill.entity';

/** Another claim that stands on one of these bills. The unique key is the second net under two claims at once. */
export async function findDuplicate(
  tx: Tx,
  claimId: string | undefined,
  bills: readonly { code: string; number: string }[],
): Promise<WaiverBill | undefined> {
  const keys = bills.map(({ code, number }) => billKey(code, number));
  const held = keys.length === 0 ? [] : await tx.em.findBy(WaiverBill, { activeKey: In(keys) });
  return held.find(bill => bill.claimId !== claimId);
}
