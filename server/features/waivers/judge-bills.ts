import { bloodFee } from '@rules/blood-products';
import type { MedicalBill } from '@server/adapters/finance/port';

export interface BillsJudged {
  /** Sum over the bills that count, in fen. */
  bloodFeeFen: number;
  bills: { bill: MedicalBill; bloodFeeFen: number }[];
  /** Why a person must look, in Chinese; empty when the bills can be waived as they are. */
  doubts: string[];
}

/** Before money goes back: not reversed, not on paper, the patient's own, within the stay, with blood on it. */
export function judgeBills(
  found: readonly MedicalBill[],
  claim: {
    patient: { name: string; docNumber: string };
    hospitalCode: string;
    admittedOn: string;
    dischargedOn: string;
  },
): BillsJudged {
  // A reversed bill has been replaced by another; it is no bill any more.
  const alive = found.filter(bill => bill.status !== 'reversed');
  const doubts = new Set<string>();
  const bills = alive.map(bill => {
    if (bill.status === 'exchanged_paper') doubts.add('票据已换开纸质票据，需要核对。');
    if (bill.status === 'partly_refunded') doubts.add('票据有部分退费，需要核对。');
    if (bill.payerName.trim() !== claim.patient.name.trim()) doubts.add('票据的交款人不是患者本人。');
    const isOfThisStay =
      bill.patient.docNumber.toUpperCase() === claim.patient.docNumber.toUpperCase() &&
      bill.hospitalCode === claim.hospitalCode &&
      bill.issuedOn >= claim.admittedOn;
    if (!isOfThisStay) doubts.add('票据与所填的住院信息不一致。');
    const { feeFen, isUnclear } = bloodFee(bill.items, bill.hospitalCode, bill.issuedOn);
    if (isUnclear) doubts.add('票据上有项目不能确定是否属于用血费用。');
    return { bill, bloodFeeFen: feeFen };
  });
  const bloodFeeFen = bills.reduce((sum, entry) => sum + entry.bloodFeeFen, 0);
  if (alive.length === 0) doubts.add('没有查到这次住院的有效票据。');
  else if (bloodFeeFen === 0) doubts.add('票据上没有认出用血费用。');
  return { bloodFeeFen, bills, doubts: [...doubts] };
}
