import type { Output } from '@contract/endpoint';
import type { compareBooks as contract } from '@contract/hospital-books';
import type { Tx } from '@server/platform/tx';
import { findEntries, totalsOf } from './find-day-file';
import { HospitalBookRow } from './hospital-book-row.entity';
import { HospitalBook } from './hospital-book.entity';
import type { SettlementEntry } from './settlement-entry.entity';

/** The newest delivery of a hospital for a day; undefined when it has delivered none. */
async function findBook(tx: Tx, hospitalId: string, on: string) {
  const book = await tx.em.findOne(HospitalBook, {
    where: { hospitalId, onDay: on },
    order: { deliveredAt: 'DESC', id: 'DESC' },
  });
  return book ? { book, rows: await tx.em.findBy(HospitalBookRow, { bookId: book.id }) } : undefined;
}

/** Our entries of a day beside the hospital's rows, paired by reference and movement. */
export async function compareBooks(tx: Tx, hospitalId: string, on: string): Promise<Output<typeof contract>> {
  const found = await findBook(tx, hospitalId, on);
  const key = (row: { hospitalReference: string; movement: string }) => `${row.movement} ${row.hospitalReference}`;
  const ours = new Map<string, Pick<SettlementEntry, 'hospitalReference' | 'movement' | 'amountFen'>>();
  for (const { hospitalReference, movement, amountFen } of await findEntries(tx, hospitalId, on)) {
    // One refund may take back of two donors' waivers on the bill: for the hospital it is one.
    const name = key({ hospitalReference, movement });
    ours.set(name, { hospitalReference, movement, amountFen: amountFen + (ours.get(name)?.amountFen ?? 0) });
  }
  const theirs = new Map((found?.rows ?? []).map(row => [key(row), row]));
  const pairs = [...new Set([...ours.keys(), ...theirs.keys()])].sort().map(name => {
    const [mine, yours] = [ours.get(name), theirs.get(name)];
    const either = mine ?? yours;
    return {
      hospitalReference: either?.hospitalReference ?? '',
      movement: either?.movement ?? ('settle' as const),
      oursFen: mine?.amountFen ?? null,
      theirsFen: yours?.amountFen ?? null,
    };
  });
  const differences = pairs.filter(({ oursFen, theirsFen }) => oursFen !== theirsFen);
  return {
    on,
    deliveredAt: found?.book.deliveredAt ?? null,
    agreed: pairs.length - differences.length,
    differences,
  };
}

/** What the hospital's own books of the day add up to; null when it has not delivered them. */
export async function findTheirTotals(tx: Tx, hospitalId: string, on: string) {
  const found = await findBook(tx, hospitalId, on);
  return found ? totalsOf(found.rows) : null;
}
