import type { Input, Output } from '@contract/endpoint';
import type { deliverUsed as contract } from '@contract/results';
import type { CalendarDate } from '@rules/calendar';
import { readDate } from '@server/features/donations';
import { organizationOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { BloodUse } from './blood-use.entity';
import type { RefusedRow, ResultReason } from './result-reasons';
import { readDonationNumber } from './result-row';
import { findByDonationNumber } from './store-results';
import { planUseNotice } from './tell-use';

type Row = Input<typeof contract>['rows'][number];

function readRow(tx: Tx, row: Row): { din: string; usedOn: string } | { field: string; reason: ResultReason } {
  const number = readDonationNumber(row.donationNumber);
  if ('reason' in number) return number;
  const usedOn = readDate(row.usedOn.trim());
  if (usedOn === undefined) return { field: 'usedOn', reason: 'not_a_date' };
  if (usedOn > tx.today) return { field: 'usedOn', reason: 'in_future' };
  return { din: number.value, usedOn };
}

export const recordUse = async (tx: Tx, donationId: string, usedOn: CalendarDate): Promise<void> => {
  await tx.em.insert(BloodUse, { id: newId(), donationId, usedOn, createdAt: tx.now });
};

/** The first telling counts: a donation parted into components is used on several days, and the donor is thanked once. */
async function takeRows(tx: Tx, { batchId, rows }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const stationId = organizationOf(tx.actor);
  const read = rows.map(row => readRow(tx, row));
  const numbers = new Set(read.flatMap(row => ('din' in row ? [row.din] : [])));
  const donations = await findByDonationNumber(tx, [...numbers]);
  const refused: RefusedRow[] = [];
  const counts = { added: 0, unchanged: 0 };
  for (const [index, row] of read.entries()) {
    const line = index + 1;
    if ('reason' in row) {
      refused.push({ line, ...row });
      continue;
    }
    const donation = donations.get(row.din);
    if (!donation) refused.push({ line, field: 'donationNumber', reason: 'unknown_donation' });
    else if (donation.stationId !== stationId)
      refused.push({ line, field: 'donationNumber', reason: 'number_of_other_station' });
    else if (row.usedOn < donation.donatedOn) refused.push({ line, field: 'usedOn', reason: 'before_donation' });
    else if (await tx.em.existsBy(BloodUse, { donationId: donation.id })) counts.unchanged++;
    else {
      await recordUse(tx, donation.id, row.usedOn);
      await planUseNotice(tx, donation);
      counts.added++;
    }
  }
  return { batchId, ...counts, refused };
}

export async function takeUsed(request: RequestScope, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request.transaction(tx => takeRows(tx, input));
    } catch (error) {
      if (attempt >= 5 || !isUniqueViolation(error)) throw error;
    }
  }
}
