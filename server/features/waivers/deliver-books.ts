import type { Input, Output } from '@contract/endpoint';
import type { deliverBooks as contract } from '@contract/hospital-books';
import { organizationOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { insertRows } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { compareBooks } from './compare-books';
import { totalsOf } from './find-day-file';
import { HospitalBookRow } from './hospital-book-row.entity';
import { HospitalBook } from './hospital-book.entity';

type Delivery = Input<typeof contract>;

/** Rows of one statement: the databases limit the values in it. */
const batch = 500;

function assertAddsUp({ rows, totals }: Delivery): void {
  const own = totalsOf(rows);
  const isOnce = new Set(rows.map(row => `${row.movement} ${row.hospitalReference}`)).size === rows.length;
  const agrees =
    own.settled === totals.settled &&
    own.settledFen === totals.settledFen &&
    own.reversed === totals.reversed &&
    own.reversedFen === totals.reversedFen;
  if (!isOnce || !agrees) throw new Refusal('TOTALS_WRONG', 'bad_input', own);
}

async function addBook(tx: Tx, hospitalId: string, { deliveryNumber, on, rows }: Delivery, contentHash: string) {
  const bookId = newId();
  await tx.em.insert(HospitalBook, {
    id: bookId,
    hospitalId,
    deliveryNumber,
    onDay: on,
    contentHash,
    rowCount: rows.length,
    deliveredAt: tx.now,
  });
  const kept = rows.map(({ hospitalReference, movement, amountFen }) => ({
    id: newId(),
    bookId,
    hospitalReference,
    movement,
    amountFen,
  }));
  for (let from = 0; from < kept.length; from += batch)
    await insertRows(tx.em, HospitalBookRow, kept.slice(from, from + batch));
}

/** Kept as delivered; the same delivery number is the same delivery. Nothing of ours changes: differences are for people. */
export async function deliverBooks(tx: Tx, delivery: Delivery): Promise<Output<typeof contract>> {
  const hospitalId = organizationOf(tx.actor);
  assertAddsUp(delivery);
  const { deliveryNumber, on, rows } = delivery;
  const contentHash = sha256(JSON.stringify([on, rows]));
  const earlier = await tx.em.findOneBy(HospitalBook, { hospitalId, deliveryNumber });
  if (earlier && earlier.contentHash !== contentHash) throw new Refusal('REFERENCE_MISMATCH', 'conflict');
  if (!earlier) await addBook(tx, hospitalId, delivery, contentHash);
  const { agreed, differences } = await compareBooks(tx, hospitalId, on);
  return { on, rows: rows.length, agreed, differences: differences.length };
}
