import { bloodLines } from '@rules/blood-products';
import { normalizeDocumentNumber } from '@rules/identifiers';
import { compareNames } from '@rules/names';
import type { BillFacts } from '@rules/waiver-decision';
import type { MedicalBill } from '@server/adapters/finance/port';
import type { App } from '@server/platform/app';
import type { HeldBill } from './hold-bills';
import type { Party } from './parties';
import type { PreparedSettlement } from './prepare-settlement';

export interface JudgedBill extends HeldBill {
  bill: MedicalBill;
  facts: Omit<BillFacts, 'waivedFen' | 'waivedOnTwinFen' | 'isHeldByOther'>;
}

interface Stay {
  patient: Party;
  hospitalCode: string;
  admittedOn: string;
  dischargedOn: string;
  fingerprint: (text: string) => string;
}

/** What each bill says by itself; what was waived of it, our own books say. */
export function judgeBills(found: readonly MedicalBill[], stay: Stay): JudgedBill[] {
  // A register that answers a bill twice has one bill.
  const once = new Map(found.map(bill => [`${bill.code}/${bill.number}`, bill]));
  return [...once.values()].map(bill => judgeBill(bill, stay));
}

function judgeBill(bill: MedicalBill, { patient, hospitalCode, admittedOn, fingerprint }: Stay): JudgedBill {
  const { lines, isUnclear, unclear } = bloodLines(bill.items, bill.hospitalCode, bill.issuedOn);
  const sum = bill.items.reduce((fen, { amountFen }) => fen + amountFen, 0);
  // A refund of everything but the blood leaves the fee as it was; of which lines it was, only negative lines tell.
  const isRefundExplained = bill.refundFen > 0 && sum === bill.totalFen - bill.refundFen && hasNegative(bill);
  const { bloodFeeFen, billedFen } = feesOf(lines);
  const plain = (number: string): string => normalizeDocumentNumber(patient.docType, number);
  return {
    bill,
    code: bill.code,
    number: bill.number,
    issuedOn: bill.issuedOn,
    status: bill.status,
    bloodFeeFen,
    billedFen,
    // Shown to whoever must look, and not part of the fee.
    lines: [...lines, ...unclear],
    linesKey: lines.length === 0 ? null : fingerprint(linesText(bill, lines)),
    facts: {
      status: bill.status,
      feeFen: bloodFeeFen,
      isUnclear,
      addsUp: sum === bill.totalFen || isRefundExplained,
      isRefundExplained,
      patientName: compareNames(bill.patient.name, patient.name),
      isPatientsDocument: plain(bill.patient.docNumber) === plain(patient.docNumber),
      payer: compareNames(bill.payerName, patient.name),
      isOfThisStay: bill.hospitalCode === hospitalCode && bill.issuedOn >= admittedOn,
    },
  };
}

/** The blood fee with refunds in negative lines taken off, and as it was billed. */
export function feesOf(lines: readonly { amountFen: number }[]): Pick<HeldBill, 'bloodFeeFen' | 'billedFen'> {
  const sum = (some: typeof lines) => some.reduce((fen, { amountFen }) => fen + amountFen, 0);
  return { bloodFeeFen: Math.max(0, sum(lines)), billedFen: sum(lines.filter(({ amountFen }) => amountFen > 0)) };
}

const hasNegative = ({ items }: MedicalBill): boolean => items.some(({ amountFen }) => amountFen < 0);

/** A hospital's own lines at discharge, as the bill that will show them. */
export function settledBill(app: App, { command, hospitalCode, patient }: PreparedSettlement): HeldBill {
  const { billCode: code, billNumber: number, admittedOn, dischargedOn } = command;
  const { lines } = bloodLines(command.lines, hospitalCode, dischargedOn);
  const stay = { hospitalCode, admittedOn, dischargedOn, patient };
  return {
    code,
    number,
    issuedOn: dischargedOn,
    status: null,
    ...feesOf(lines),
    lines,
    linesKey: lines.length === 0 ? null : linesFingerprint(app)(linesText(stay, lines)),
  };
}

/** Keyed hash, so that equal lines are found again without being readable. */
export const linesFingerprint =
  (app: App) =>
  (text: string): string =>
    app.crypto.fingerprint('waiver.blood-lines', text);

/** Hospital, stay and blood lines in one order: what stays equal when a bill is issued again. */
export function linesText(
  stay: Pick<MedicalBill, 'hospitalCode' | 'admittedOn' | 'dischargedOn'> & { patient: { docNumber: string } },
  lines: readonly { name: string; amountFen: number }[],
): string {
  const each = lines.map(({ name, amountFen }) => `${name}=${amountFen}`).sort();
  return [stay.hospitalCode, stay.admittedOn, stay.dischargedOn, stay.patient.docNumber, ...each].join('\n');
}
