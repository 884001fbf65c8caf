import { readRecords, readText } from '../data-sharing/fields';
import { parseJson, post } from '../data-sharing/http';
import { fenOf } from '../data-sharing/money';
import { SourceUnavailable } from '../data-sharing/port';
import { fromBase64, openEnvelope, sealEnvelope } from './boss-soft';
import type { ChargeLine, HospitalBill, HospitalBilling } from './port';

const SOURCE = '医院电子票据平台';
const SUCCESS = 'S0000';
const NO_SUCH_BILL = 'E0404';

export interface LiveHospitalBillingOptions {
  baseUrl: string;
  appid: string;
  key: string;
  /** 32 hex digits, fresh for every call. */
  nonce: () => string;
  timeoutMs?: number;
}

/** Client of the BossSoft (博思) medical e-bill platform that many hospitals use; one instance per hospital. */
export class LiveHospitalBilling implements HospitalBilling {
  constructor(private readonly options: LiveHospitalBillingOptions) {}

  async billOfTreatment(businessNumber: string): Promise<HospitalBill | undefined> {
    const bill = await this.ask('getEBillByBusNo', { busNo: businessNumber });
    if (bill === undefined) return undefined;
    const identity = { billBatchCode: text(bill, 'billBatchCode'), billNo: text(bill, 'billNo') };
    const state = await this.ask('getEBillStatesByBillInfo', identity);
    if (state === undefined) throw new SourceUnavailable(SOURCE, 'malformed', 'state');
    return {
      code: identity.billBatchCode,
      number: identity.billNo,
      checkCode: text(bill, 'random'),
      issuedOn: dayOf(text(bill, 'createTime')),
      state: readState(state),
      lines: readRecords(SOURCE, bill.listDetail).map(readLine),
    };
  }

  private async ask(method: string, question: unknown): Promise<Record<string, unknown> | undefined> {
    const { appid, key, baseUrl, nonce, timeoutMs } = this.options;
    const answer = await post({
      source: SOURCE,
      url: `${baseUrl}/api/medical/${method}`,
      headers: { 'content-type': 'application/json;charset=utf-8' },
      body: JSON.stringify(sealEnvelope({ appid, key }, question, nonce())),
      timeoutMs: timeoutMs ?? 5000,
    });
    const opened = openEnvelope({ appid, key }, parseJson(SOURCE, answer.bytes.toString('utf8')));
    const [outcome] = readRecords(SOURCE, opened);
    if (!outcome) throw new SourceUnavailable(SOURCE, 'signature');
    const result = text(outcome, 'result');
    if (result === NO_SUCH_BILL) return undefined;
    if (result !== SUCCESS) throw new SourceUnavailable(SOURCE, 'refused', result);
    // The content is base64 once more inside the message.
    const [content] = readRecords(SOURCE, fromBase64(text(outcome, 'message')));
    if (!content) throw new SourceUnavailable(SOURCE, 'malformed', 'message');
    return content;
  }
}

const text = (record: Record<string, unknown>, name: string): string => readText(SOURCE, record, name);

function dayOf(time: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})\d{9}$/.exec(time);
  if (!match) throw new SourceUnavailable(SOURCE, 'malformed', 'createTime');
  return `${match[1]}-${match[2]}-${match[3]}`;
}

/** state 1 normal, 2 reversed (冲红); isPrtPaper 1 exchanged for paper. Anything else is no answer. */
function readState(record: Record<string, unknown>): HospitalBill['state'] {
  const [state, paper] = [text(record, 'state'), text(record, 'isPrtPaper')];
  if (state === '2') return 'reversed';
  if (state !== '1' || !['0', '1'].includes(paper)) throw new SourceUnavailable(SOURCE, 'malformed', 'state');
  return paper === '1' ? 'exchanged_paper' : 'normal';
}

function readLine(record: Record<string, unknown>): ChargeLine {
  const amountFen = fenOf(record.amt);
  if (amountFen === undefined) throw new SourceUnavailable(SOURCE, 'malformed', 'amt');
  return { code: text(record, 'code'), name: text(record, 'name'), category: text(record, 'chargeCode'), amountFen };
}
