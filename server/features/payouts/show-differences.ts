import type { Input, Output } from '@contract/endpoint';
import type { listBookDifferences, noteBookDifference } from '@contract/payout-checks';
import { findStaffNames } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { FollowUpCase, openOutcome } from '@server/features/results';
import { actorKey } from '@server/platform/actor';
import { findRowsIn } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { BookDifference } from './book-difference.entity';
import { BookNote } from './book-note.entity';

type Shown = Output<typeof listBookDifferences>['items'];

/** With who works on each and what was written about it. */
export async function showDifferences(tx: Tx, rows: readonly BookDifference[]): Promise<Shown> {
  const idsOf = (name: 'id' | 'caseId' | 'hospitalId') => [...new Set(rows.map(row => row[name]))];
  const cases = await findRowsIn(tx.em, FollowUpCase, 'id', idsOf('caseId'));
  const notes = await findRowsIn(tx.em, BookNote, 'differenceId', idsOf('id'));
  const names = await findStaffNames(tx, [
    ...cases.flatMap(({ takenBy }) => takenBy ?? []),
    ...notes.map(({ writtenBy }) => writtenBy),
  ]);
  const hospitals = new Map<string, string>();
  for (const id of idsOf('hospitalId')) hospitals.set(id, (await getOrganization(tx, id)).name);
  const caseOf = new Map(cases.map(one => [one.id, one]));
  return rows.map(row => ({
    id: row.id,
    hospitalName: hospitals.get(row.hospitalId) ?? '',
    on: row.onDay,
    hospitalReference: row.hospitalReference,
    kind: row.kind,
    oursFen: row.oursFen,
    theirsFen: row.theirsFen,
    paidFen: row.paidFen,
    state: row.state,
    caseId: row.caseId,
    foundAt: row.foundAt,
    work: showWork(tx, caseOf.get(row.caseId), names),
    notes: notes
      .filter(({ differenceId }) => differenceId === row.id)
      .sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
      .map(({ at, writtenBy, sealed }) => ({
        at,
        by: names.get(writtenBy) ?? '',
        text: tx.app.crypto.open('identity', sealed),
      })),
  }));
}

function showWork(tx: Tx, one: FollowUpCase | undefined, names: ReadonlyMap<string, string>): Shown[number]['work'] {
  if (!one) throw new Error('a difference without its case');
  const { state, version, dueOn, takenBy } = one;
  return {
    state,
    version,
    dueOn,
    overdue: state !== 'closed' && dueOn < tx.today,
    owner: takenBy === null ? null : (names.get(takenBy) ?? ''),
    mine: takenBy !== null && takenBy === tx.actor.staffId,
    outcome: openOutcome(tx, one)?.outcome ?? null,
  };
}

export async function findDifferences(tx: Tx, limit = 50): Promise<Output<typeof listBookDifferences>> {
  const order = { foundAt: 'ASC', id: 'ASC' } as const;
  const rows = await tx.em.find(BookDifference, { where: { state: 'open' }, order, take: limit });
  return { items: await showDifferences(tx, rows) };
}

export async function addNote(
  tx: Tx,
  { differenceId, text }: Input<typeof noteBookDifference>,
): Promise<Output<typeof noteBookDifference>> {
  const row = await tx.em.findOneBy(BookDifference, { id: differenceId });
  if (!row) throw notFound();
  tx.subject(row.caseId);
  const sealed = tx.app.crypto.seal('identity', text);
  await tx.em.insert(BookNote, { id: newId(), differenceId, sealed, writtenBy: actorKey(tx.actor), at: tx.now });
  const [shown] = await showDifferences(tx, [row]);
  if (!shown) throw notFound();
  return shown;
}
