import { type InputDraft } from '@contract/endpoint';
import { type findDeskBills } from '@contract/hospital-desk';
import { readYuan } from '@miniapp/platform/money';

type Elements = Extract<InputDraft<typeof findDeskBills>['by'], { what: 'bill' }>['elements'];

export type Scanned =
  | { readonly what: 'patient'; readonly code: string }
  | { readonly what: 'bill'; readonly elements: Elements }
  | { readonly what: 'document'; readonly docNumber: string }
  | { readonly what: 'unknown' };

/** 20260304 or 2026-03-04. */
const dateOf = (text: string): string => text.replace(/^(\d{4})-?(\d\d)-?(\d\d)$/, '$1-$2-$3');

/** 01, kind, code, number, amount, date, check code: the usual content of the QR code of a fiscal e-bill. */
function billOf(text: string): Scanned {
  const [version, , code = '', number = '', amount = '', date = '', checkCode = ''] = text
    .split(',')
    .map(part => part.trim());
  const totalFen = readYuan(amount);
  const issuedOn = dateOf(date);
  const isBill = version === '01' && /^\w{8,20}$/.test(code) && /^\w{8,32}$/.test(number) && /^\w{6}$/.test(checkCode);
  return isBill && totalFen !== null && /^\d{4}-\d\d-\d\d$/.test(issuedOn)
    ? { what: 'bill', elements: { code, number, checkCode, issuedOn, totalFen } }
    : { what: 'unknown' };
}

/** What came from the scanner: the patient's code, the QR code of a bill, or the number that a card reader types. */
export function readScanned(raw: string): Scanned {
  const text = raw.trim();
  if (/^XFJM:[0-9A-F]{32}$/i.test(text)) return { what: 'patient', code: text.toUpperCase() };
  if (/^\d{17}[\dX]$/i.test(text)) return { what: 'document', docNumber: text.toUpperCase() };
  return text.includes(',') ? billOf(text) : { what: 'unknown' };
}
