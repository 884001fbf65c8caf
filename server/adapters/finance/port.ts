import type { Receipt } from '../data-sharing/port';

/** What identifies a fiscal e-bill (财政电子票据). */
export interface FiveElements {
  code: string;
  number: string;
  /** 校验码, six characters. */
  checkCode: string;
  /** YYYY-MM-DD. */
  issuedOn: string;
  totalFen: number;
}

export type BillStatus = 'normal' | 'reversed' | 'exchanged_paper' | 'partly_refunded';

export interface BillItem {
  code: string;
  name: string;
  amountFen: number;
}

export interface MedicalBill extends FiveElements {
  status: BillStatus;
  /** Paid back so far. */
  refundFen: number;
  payerName: string;
  patient: { name: string; docNumber: string };
  hospitalCode: string;
  admittedOn: string;
  dischargedOn: string;
  items: BillItem[];
}

/** Fiscal e-bills. Every method throws `SourceUnavailable` when there is no answer. */
export interface Finance {
  /** Checks a bill that somebody holds; all five elements must agree. */
  verifyBill(
    elements: FiveElements,
    sponsor: { name: string; code: string },
  ): Promise<{ result: { valid: true; bill: MedicalBill } | { valid: false }; receipt: Receipt }>;
  /** Bills of a stay, so that nobody needs to type one. */
  findBills(asked: {
    patient: { name: string; docNumber: string };
    hospitalCode: string;
    admittedOn: string;
    dischargedOn: string;
  }): Promise<{ bills: MedicalBill[]; receipt: Receipt }>;
}
