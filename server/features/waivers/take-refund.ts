import type { Input, Output } from '@contract/endpoint';
import type { reportRefund } from '@contract/bill-refunds';
import { bloodLines } from '@rules/blood-products';
import { getOrganization } from '@server/features/organizations';
import { actorKey, organizationOf } from '@server/platform/actor';
import { announce, defineEvent } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { Refusal, badField, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { BillRefund } from './bill-refund.entity';
import { addBalance, countRefunds } from './hold-bills';
import { reduceWaivers } from './reduce-waiver';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';

/** A refunded line may be a blood fee or not: a person asks the hospital. */
export const refundUnclear = defineEvent<{ hospitalId: string; billNumber: string; refundNumber: string }>(
  'waiver.refund-unclear',
);

type Told = Pick<BillRefund, 'hospitalId' | 'refundNumber' | 'bloodFen' | 'totalFen' | 'refundedOn'> & {
  billCode: string;
  billNumber: string;
};

/** Somebody else's bill is not found, as one that does not exist; of one that nobody has claimed on, the hospital is believed. */
async function assertOwnBill(tx: Tx, key: string, hospitalId: string): Promise<void> {
  for (const { claimId } of await tx.em.findBy(WaiverBill, { activeKey: key })) {
    const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: claimId });
    if (claim.hospitalId !== hospitalId) throw notFound();
  }
}

/**
 * A part of a bill was paid back. The same refund number is the same refund, and a refund may come before the bill is settled or
 * claimed on: it counts from then on.
 */
export async function takeRefund(tx: Tx, told: Told): Promise<BillRefund> {
  const { billCode, billNumber, hospitalId, refundNumber, bloodFen, totalFen, refundedOn } = told;
  const key = billKey(billCode, billNumber);
  const earlier = await tx.em.findOneBy(BillRefund, { hospitalId, refundNumber });
  if (earlier) {
    const isSame =
      earlier.billKey === key &&
      earlier.bloodFen === bloodFen &&
      earlier.totalFen === totalFen &&
      earlier.refundedOn === refundedOn;
    if (!isSame) throw new Refusal('REFERENCE_MISMATCH', 'conflict');
    return earlier;
  }
  await assertOwnBill(tx, key, hospitalId);
  // The row of the balance first: a settlement of the same bill at this moment waits for it, or this waits for the settlement.
  await addBalance(tx, key, '');
  const facts = { billKey: key, hospitalId, refundNumber, bloodFen, totalFen, refundedOn };
  const refund = { id: newId(), ...facts, givenBackFen: 0, toldBy: actorKey(tx.actor), at: tx.now };
  await tx.em.insert(BillRefund, refund);
  await countRefunds(tx, key, hospitalId);
  refund.givenBackFen = await reduceWaivers(tx, key, refundNumber);
  if (refund.givenBackFen > 0) await tx.em.update(BillRefund, { id: refund.id }, { givenBackFen: refund.givenBackFen });
  return refund;
}

export async function takeHospitalRefund(
  tx: Tx,
  { billCode, billNumber, refundNumber, refundedOn, lines }: Input<typeof reportRefund>,
): Promise<Output<typeof reportRefund>> {
  if (refundedOn > tx.today) throw badField('refundedOn', 'in_future');
  const { id: hospitalId, code } = await getOrganization(tx, organizationOf(tx.actor));
  const sum = (some: readonly { amountFen: number }[]) => some.reduce((fen, { amountFen }) => fen + amountFen, 0);
  const blood = bloodLines(lines, code, refundedOn);
  const refund = await takeRefund(tx, {
    ...{ billCode, billNumber, hospitalId, refundNumber, refundedOn },
    ...{ bloodFen: sum(blood.lines), totalFen: sum(lines) },
  });
  if (blood.isUnclear) await announce(tx, refundUnclear, { hospitalId, billNumber, refundNumber });
  const balance = await tx.em.findOneBy(WaiverBillBalance, { billKey: refund.billKey });
  return {
    refundNumber,
    bloodFen: refund.bloodFen,
    givenBackFen: refund.givenBackFen,
    waivedFen: balance?.waivedFen ?? 0,
    unclear: blood.isUnclear,
  };
}

/** Refunds of which lines are known come to this much of the bill. */
export async function findRefundedFen(tx: Tx, key: string, hospitalId: string): Promise<number> {
  const refunds = await tx.em.findBy(BillRefund, { billKey: key, hospitalId });
  return refunds.reduce((fen, { totalFen }) => fen + totalFen, 0);
}
