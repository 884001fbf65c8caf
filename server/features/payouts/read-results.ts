import { Refusal } from '@server/platform/refusal';

export interface ResultRow {
  ordinal: number;
  claimNumber: string;
  amountFen: number;
  isPaid: boolean;
  /** Why not, in Chinese, as the bank says it. */
  reason: string;
  /** The bank's own number of the transfer. */
  bankReference: string;
}

const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';

/** RFC 4180 without line breaks in cells: bank results have none. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g))
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
  return cells;
}

function fenOf(text: string): number | undefined {
  const [, yuan, cents] = /^(\d{1,8})\.(\d{2})$/.exec(text) ?? [];
  return yuan === undefined || cents === undefined ? undefined : Number(yuan) * 100 + Number(cents);
}

function readRow(line: string): ResultRow | undefined {
  const [ordinal = '', claimNumber = '', amount = '', result = '', reason = '', bankReference = '', ...rest] =
    cellsOf(line);
  const amountFen = fenOf(amount);
  const isPaid = result === 'PAID';
  if (rest.length > 0 || !/^\d{1,6}$/.test(ordinal) || claimNumber === '' || amountFen === undefined) return undefined;
  // Without the bank's number nobody could ask about a payment; without a reason nobody could correct anything.
  if (isPaid ? bankReference === '' || bankReference.length > 64 : result !== 'FAILED' || reason === '')
    return undefined;
  return { ordinal: Number(ordinal), claimNumber, amountFen, isPaid, reason: reason.slice(0, 100), bankReference };
}

/** Rows by their number in the file, the first after the header is 1; undefined where nobody can read it. */
export function readResults(content: string): { row: number; result: ResultRow | undefined }[] {
  const [header, ...lines] = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '');
  if (header?.trim() !== HEADER) throw new Refusal('FILE_UNREADABLE', 'bad_input', { expected: HEADER });
  return lines.map((line, at) => ({ row: at + 1, result: readRow(line) }));
}
