import type { Input, Output } from '@contract/endpoint';
import type { recordBillRefund } from '@contract/payout-checks';
import { findCaseOf, openCase } from '@server/features/results';
import { WaiverBill, WaiverClaim, takeRefund } from '@server/features/waivers';
import { Refusal, badField, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';

/** Once for a refund, however often the hospital tells of it. */
export async function askAboutRefund(
  tx: Tx,
  { hospitalId, billNumber, refundNumber }: { hospitalId: string; billNumber: string; refundNumber: string },
): Promise<void> {
  const source = `refund-unclear:${hospitalId}:${refundNumber}`;
  if (await findCaseOf(tx, source)) return;
  await openCase(tx, {
    kind: 'payback',
    source,
    stationId: hospitalId,
    siteId: null,
    dueInDays: 10,
    subject: {
      personId: hospitalId,
      facts: [
        { label: '票据号码', value: billNumber },
        { label: '退费单号', value: refundNumber },
        {
          label: '要做的事',
          value: '退费里有项目不能确定是不是用血费用，没有计入。请向医院核实；是的，用“退费单号-补”登记这一部分。',
        },
      ],
    },
  });
}

/** What no register can judge, a person asks the hospital: of which lines a refund was. */
export async function recordRefund(
  tx: Tx,
  input: Input<typeof recordBillRefund>,
): Promise<Output<typeof recordBillRefund>> {
  const { claimNumber, billNumber, refundNumber, refundedOn, bloodFen, totalFen } = input;
  if (refundedOn > tx.today) throw badField('refundedOn', 'in_future');
  if (bloodFen > totalFen) throw badField('bloodFen', 'too_large');
  const claim = await tx.em.findOneBy(WaiverClaim, { number: claimNumber });
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  const bills = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const meant = billNumber === undefined ? bills : bills.filter(bill => bill.billNumber === billNumber);
  const [bill] = meant;
  if (!bill || meant.length > 1)
    throw new Refusal('BILL_NOT_CLEAR', 'conflict', { bills: bills.map(b => b.billNumber) });
  const refund = await takeRefund(tx, {
    ...{ billCode: bill.billCode, billNumber: bill.billNumber, hospitalId: claim.hospitalId },
    ...{ refundNumber, refundedOn, bloodFen, totalFen },
  });
  const { state, waivedFen } = await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id });
  return {
    bloodFen,
    givenBackFen: refund.givenBackFen,
    waivedFen: waivedFen ?? 0,
    waitsForBank: state === 'paying' && bloodFen > 0,
  };
}
