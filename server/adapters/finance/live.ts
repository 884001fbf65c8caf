import { readRecords, readText } from '../data-sharing/fields';
import { type DataSharing, SourceUnavailable } from '../data-sharing/port';
import { fenOf, yuanOf } from '../data-sharing/money';
import type { BillStatus, Finance, FiveElements, MedicalBill } from './port';

const SOURCE = '财政电子票据';
const compact = (date: string): string => date.replaceAll('-', '');

export interface LiveFinanceOptions {
  transport: DataSharing;
  /** Paths of the interfaces as the data platform granted them. */
  paths: { verify: string; find: string };
}

export class LiveFinance implements Finance {
  constructor(private readonly options: LiveFinanceOptions) {}

  async verifyBill(elements: FiveElements, sponsor: { name: string; code: string }): ReturnType<Finance['verifyBill']> {
    const { payload, receipt } = await this.ask(this.options.paths.verify, sponsor, {
      EInvoiceCode: elements.code,
      EInvoiceNumber: elements.number,
      RandomNumber: elements.checkCode,
      IssueDate: compact(elements.issuedOn),
      TotalAmount: yuanOf(elements.totalFen),
    });
    const [record] = readRecords(SOURCE, payload);
    return { result: record ? { valid: true, bill: readBill(record) } : { valid: false }, receipt };
  }

  async findBills(asked: Parameters<Finance['findBills']>[0]): ReturnType<Finance['findBills']> {
    const sponsor = { name: asked.patient.name, code: asked.patient.docNumber };
    const { payload, receipt } = await this.ask(this.options.paths.find, sponsor, {
      patientIdCode: asked.patient.docNumber,
      patientName: asked.patient.name,
      invoicingPartyCode: asked.hospitalCode,
      inHospitalDate: asked.admittedOn,
      outHospitalDate: asked.dischargedOn,
    });
    return { bills: readRecords(SOURCE, payload).map(readBill), receipt };
  }

  private ask(path: string, sponsor: { name: string; code: string }, fields: Record<string, string>) {
    return this.options.transport.call({
      source: SOURCE,
      path,
      body: { kind: 'fields', fields },
      sponsor,
      materialName: SOURCE,
    });
  }
}

const text = (record: Record<string, unknown>, name: string): string => readText(SOURCE, record, name);

function money(record: Record<string, unknown>, name: string): number {
  const fen = fenOf(record[name]);
  if (fen === undefined) throw new SourceUnavailable(SOURCE, 'malformed', name);
  return fen;
}

function day(record: Record<string, unknown>, name: string): string {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text(record, name));
  if (!match) throw new SourceUnavailable(SOURCE, 'malformed', name);
  return `${match[1]}-${match[2]}-${match[3]}`;
}

function readBill(record: Record<string, unknown>): MedicalBill {
  const items = readRecords(SOURCE, record.auxItemList ?? record.itemList);
  return {
    code: text(record, 'EInvoiceCode'),
    number: text(record, 'EInvoiceNumber'),
    checkCode: text(record, 'RandomNumber'),
    issuedOn: day(record, 'IssueDate'),
    totalFen: money(record, 'TotalAmount'),
    status: readStatus(record),
    refundFen: readStatus(record) === 'reversed' ? 0 : money(record, 'refundAmount'),
    payerName: text(record, 'PayerPartyName'),
    patient: { name: text(record, 'patientName'), docNumber: text(record, 'patientIdCode').toUpperCase() },
    hospitalCode: text(record, 'InvoicingPartyCode'),
    admittedOn: day(record, 'inHospitalDate'),
    dischargedOn: day(record, 'outHospitalDate'),
    items: items.map(item => ({
      code: typeof item.code === 'string' ? item.code : '',
      name: text(item, 'name'),
      amountFen: money(item, 'amount'),
    })),
  };
}

/** Any mark against the bill counts, and an unknown mark is no answer: money must not leave on a guess. */
function readStatus(record: Record<string, unknown>): BillStatus {
  const marks = ['reversal', 'exchangePaper'].map(name => String(record[name] ?? ''));
  if (!marks.every(mark => mark === '0' || mark === '1')) throw new SourceUnavailable(SOURCE, 'malformed', 'status');
  if (marks[0] === '1') return 'reversed';
  if (marks[1] === '1') return 'exchanged_paper';
  return money(record, 'refundAmount') > 0 ? 'partly_refunded' : 'normal';
}
