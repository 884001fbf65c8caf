import type { RegisteredBill, SimulatedRegister } from '../data-sharing/register';
import type { SimulatedInterface } from '../data-sharing/simulator';
import { yuanOf } from '../data-sharing/money';

export const FINANCE_PATHS = {
  verify: '/gateway/api/001003001008/dataSharing/cz2Ve9Bm45Kt7uQw.htm',
  find: '/gateway/api/001003001008/dataSharing/cz6Fn1Lp28Hr3jXa.htm',
};

const compact = (date: string): string => date.replaceAll('-', '');

export function financeInterfaces(register: SimulatedRegister): Record<string, SimulatedInterface> {
  return {
    [FINANCE_PATHS.verify]: ({ fields }) => {
      const bill = register.bills.find(
        candidate =>
          candidate.code === fields.EInvoiceCode &&
          candidate.number === fields.EInvoiceNumber &&
          candidate.checkCode === fields.RandomNumber &&
          compact(candidate.issuedOn) === fields.IssueDate &&
          yuanOf(candidate.totalFen) === fields.TotalAmount,
      );
      return { datas: bill ? billAnswer(bill) : '' };
    },
    [FINANCE_PATHS.find]: ({ fields }) => ({
      datas: register.bills
        .filter(
          bill =>
            bill.patient.docNumber === fields.patientIdCode &&
            bill.patient.name === fields.patientName &&
            bill.hospitalCode === fields.invoicingPartyCode &&
            bill.admittedOn === fields.inHospitalDate &&
            bill.dischargedOn === fields.outHospitalDate,
        )
        .map(billAnswer),
    }),
  };
}

function billAnswer(bill: RegisteredBill): Record<string, unknown> {
  return {
    EInvoiceCode: bill.code,
    EInvoiceNumber: bill.number,
    RandomNumber: bill.checkCode,
    IssueDate: compact(bill.issuedOn),
    TotalAmount: yuanOf(bill.totalFen),
    PayerPartyName: bill.payerName,
    patientName: bill.patient.name,
    patientIdCode: bill.patient.docNumber,
    InvoicingPartyCode: bill.hospitalCode,
    inHospitalDate: bill.admittedOn,
    outHospitalDate: bill.dischargedOn,
    reversal: bill.status === 'reversed' ? '1' : '0',
    exchangePaper: bill.status === 'exchanged_paper' ? '1' : '0',
    refundAmount: bill.status === 'partly_refunded' ? yuanOf(bill.refundFen ?? 1) : '0.00',
    eInvoiceStatus: '1',
    auxItemList: bill.items.map(({ code, name, amountFen }) => ({ code, name, amount: yuanOf(amountFen) })),
  };
}
