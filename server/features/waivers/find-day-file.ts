import type { Input, Output } from '@contract/endpoint';
import type { getDayFile } from '@contract/hospital-books';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import type { Tx } from '@server/platform/tx';
import { type Movement, SettlementEntry } from './settlement-entry.entity';

interface Moved {
  movement: Movement;
  amountFen: number;
}

export function totalsOf(rows: readonly Moved[]) {
  const settled = rows.filter(row => row.movement === 'settle');
  const reversed = rows.filter(row => row.movement === 'reverse');
  const sum = (some: readonly Moved[]) => some.reduce((fen, row) => fen + row.amountFen, 0);
  return {
    settled: settled.length,
    settledFen: sum(settled),
    reversed: reversed.length,
    reversedFen: sum(reversed),
  };
}

/** What moved between us and a hospital on one day, in the order in which it happened. */
export const findEntries = (tx: Tx, hospitalId: string, on: string): Promise<SettlementEntry[]> =>
  tx.em.find(SettlementEntry, { where: { hospitalId, onDay: on }, order: { at: 'ASC', id: 'ASC' } });

const columns = ['at', 'hospital_reference', 'movement', 'amount_fen', 'settlement_id'] as const;
type Line = Record<(typeof columns)[number], string | number>;

const lineOf = (entry: SettlementEntry): Line => ({
  at: entry.at,
  hospital_reference: entry.hospitalReference,
  movement: entry.movement,
  amount_fen: entry.amountFen,
  settlement_id: entry.claimId,
});
/** RFC 4180: the numbers of a hospital may hold anything. */
const quoted = (value: string | number): string =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
const csv = (lines: readonly Line[]): string =>
  [columns.join(','), ...lines.map(line => columns.map(name => quoted(line[name])).join(','))].join('\n');
const jsonLines = (lines: readonly Line[]): string => lines.map(line => JSON.stringify(line)).join('\n');

export async function findDayFile(
  tx: Tx,
  { on, format }: Input<typeof getDayFile>,
): Promise<Output<typeof getDayFile>> {
  const hospital = await getOrganization(tx, organizationOf(tx.actor));
  const entries = await findEntries(tx, hospital.id, on);
  const lines = entries.map(lineOf);
  const text = format === 'csv' ? csv(lines) : jsonLines(lines);
  const content = text === '' ? '' : `${text}\n`;
  const fileName = `xuefei-jianmian-${hospital.code}-${on}.${format}`;
  return { on, format, fileName, content, sha256: sha256(content), ...totalsOf(entries) };
}
