import type { Input, Output } from '@contract/endpoint';
import type { deliverResults as contract } from '@contract/results';
import { organizationOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { holdAndCall } from './hold-and-call';
import { statusOf, type ResultContent } from './result-content';
import type { RefusedRow } from './result-reasons';
import { readResultRow } from './result-row';
import { findByDonationNumber, ResultChanged, storeResult } from './store-results';
import { planResultNotice } from './tell-result';

interface GoodRow {
  readonly line: number;
  readonly din: string;
  readonly content: ResultContent;
}

/** Rows that are right by themselves; a number told twice with other content is refused from the second row on. */
function readRows(tx: Tx, rows: Input<typeof contract>['rows'], refused: RefusedRow[]): GoodRow[] {
  const good: GoodRow[] = [];
  const told = new Map<string, string>();
  for (const [index, text] of rows.entries()) {
    const line = index + 1;
    const read = readResultRow(text, tx.now);
    if ('reason' in read) {
      refused.push({ line, ...read });
      continue;
    }
    const { din, content } = read.value;
    const same = JSON.stringify(content);
    if ((told.get(din) ?? same) !== same)
      refused.push({ line, field: 'donationNumber', reason: 'repeated_differently' });
    else good.push({ line, din, content });
    told.set(din, told.get(din) ?? same);
  }
  return good;
}

async function takeRows(tx: Tx, { batchId, rows }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const stationId = organizationOf(tx.actor);
  const refused: RefusedRow[] = [];
  const good = readRows(tx, rows, refused);
  const donations = await findByDonationNumber(tx, [...new Set(good.map(({ din }) => din))]);
  const counts = { added: 0, unchanged: 0, corrected: 0 };
  // In the order of their numbers, so that two batches about the same donations wait for each other instead of locking crosswise.
  for (const { line, din, content } of good.sort((a, b) =>
    a.din < b.din ? -1 : a.din > b.din ? 1 : a.line - b.line,
  )) {
    const donation = donations.get(din);
    const problem = !donation
      ? 'unknown_donation'
      : donation.stationId !== stationId
        ? 'number_of_other_station'
        : content.testedAt < donation.donatedAt
          ? 'before_donation'
          : undefined;
    if (!donation || problem) {
      const field = problem === 'before_donation' ? 'testedAt' : 'donationNumber';
      refused.push({ line, field, reason: problem ?? 'unknown_donation' });
      continue;
    }
    const { kind, before } = await storeResult(tx, { donation, content, batchId });
    if (kind === 'older') {
      refused.push({ line, field: 'testedAt', reason: 'older_than_told' });
      continue;
    }
    counts[kind]++;
    if (kind === 'unchanged') continue;
    const status = statusOf(content);
    if (status === 'contact') await holdAndCall(tx, donation);
    // The notice says only that something can be read. A correction that the donor cannot see is no news, whatever it was.
    if (kind === 'added' || (before && statusOf(before) !== status)) await planResultNotice(tx, donation.id);
  }
  return { batchId, ...counts, refused: refused.sort((a, b) => a.line - b.line) };
}

/** A station's batch. Telling it again changes nothing; a twin that was faster makes this one decide anew. */
export async function takeResults(
  request: RequestScope,
  input: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request.transaction(tx => takeRows(tx, input));
    } catch (error) {
      if (attempt >= 5 || !(isUniqueViolation(error) || error instanceof ResultChanged)) throw error;
    }
  }
}
