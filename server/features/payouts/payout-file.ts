import type { Tx } from '@server/platform/tx';
import { sha256 } from '@server/platform/crypto/key-ring';
import type { PayoutLine } from './payout-line.entity';
import { openAccount } from './show-payout';

/** Yuan with two decimals and no separators, as a bank reads it. */
const plainYuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** RFC 4180. */
const cell = (value: string | number): string =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
const row = (cells: readonly (string | number)[]): string => cells.map(cell).join(',');

const COLUMNS = ['line_no', 'claim_number', 'holder_name', 'account_number', 'bank_name', 'amount_yuan', 'purpose'];

/** See docs/integration/payout.md. Lines of which all was kept back are not the bank's business. */
export function payoutFile(
  tx: Tx,
  batch: { number: string; madeOn: string },
  lines: readonly Pick<PayoutLine, 'ordinal' | 'claimNumber' | 'accountSealed' | 'amountFen'>[],
): { content: string; sha256: string } {
  const due = lines.filter(({ amountFen }) => amountFen > 0);
  const total = due.reduce((fen, { amountFen }) => fen + amountFen, 0);
  const rows = due.map(({ ordinal, claimNumber, accountSealed, amountFen }) => {
    const { holderName, accountNumber, bankName } = openAccount(tx, accountSealed);
    return row([ordinal, claimNumber, holderName, accountNumber, bankName, plainYuan(amountFen), '用血费用减免']);
  });
  const head = row(['H', batch.number, batch.madeOn, due.length, plainYuan(total)]);
  const body = `${[head, row(COLUMNS), ...rows].join('\n')}\n`;
  const content = `${body}${row(['T', sha256(body)])}\n`;
  return { content, sha256: sha256(content) };
}
