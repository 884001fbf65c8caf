import type { Input, Output } from '@contract/endpoint';
import type { importVolunteerHours as contract } from '@contract/volunteers';
import { splitCells } from '@server/features/donations';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { tryRecord } from './record-volunteer-hours';
import { isHeading, readVolunteerRow } from './volunteer-row';

type Answer = Output<typeof contract>;

const mostRows = 500;

/** Row by row: a bad one is named by line and reason and keeps none of the others out. What it says stays with the sender. */
export async function importVolunteerHours(tx: Tx, { csv }: Input<typeof contract>): Promise<Answer> {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rows = splitCells(lines).map((cells, index) => ({ cells, line: index + 1, text: lines[index] ?? '' }));
  const filled = rows.filter(({ text, cells, line }) => text.trim() !== '' && !(line === 1 && isHeading(cells ?? [])));
  if (filled.length > mostRows) throw new Refusal('TOO_MANY_ROWS', 'conflict', { most: mostRows });
  const answer: Answer = { recorded: 0, already: 0, problems: [] };
  for (const { cells, line } of filled) {
    const row = readVolunteerRow(cells);
    const recorded = typeof row === 'string' ? row : await tryRecord(tx, row);
    if (typeof recorded === 'string') answer.problems.push({ line, reason: recorded });
    else answer[recorded.outcome] += 1;
  }
  return answer;
}
