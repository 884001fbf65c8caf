import { type FindOptionsWhere, In, LessThan, MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/place-reports';
import { addDays } from '@rules/calendar';
import { personOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { badField, notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { getPublished } from './find-places';
import { PlaceReport } from './place-report.entity';
import { PrivilegePlace } from './privilege-place.entity';

/** Nobody at the place remembers longer. */
const reportedWithinDays = 90;
/** Where the donor reads the answer. */
const answerPage = 'features/privilege-places/pages/my-report';
const PAGE = 20;

export async function reportPlace(
  tx: Tx,
  { placeId, problem, on, words }: Input<typeof contract.reportPrivilegePlace>,
): Promise<Output<typeof contract.reportPrivilegePlace>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const place = await getPublished(tx, placeId);
  if (on > tx.today) throw badField('on', 'in_future');
  if (on < addDays(tx.today, -reportedWithinDays)) throw badField('on', 'too_early');
  const reportId = newId();
  try {
    await tx.em.insert(PlaceReport, {
      ...{ id: reportId, placeId: place.id, personId, problem, onDate: on, state: 'open', version: 1 },
      openKey: tx.app.crypto.fingerprint('place-report', `${personId} ${place.id}`),
      wordsSealed: tx.app.crypto.seal('secret', words),
      ...{ reportedAt: tx.now, answerSealed: null, answeredBy: null, answeredAt: null },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('ALREADY_REPORTED', 'conflict');
    throw error;
  }
  return { reportId };
}

export async function findMyReport(
  tx: Tx,
  { reportId }: Input<typeof contract.getMyPlaceReport>,
): Promise<Output<typeof contract.getMyPlaceReport>> {
  const row = await tx.em.findOneBy(PlaceReport, { id: reportId, personId: personOf(tx.actor) });
  if (!row) throw notFound();
  const place = await tx.em.findOneByOrFail(PrivilegePlace, { id: row.placeId });
  return { ...told(tx, row, place), answeredAt: row.answeredAt };
}

export async function findReports(
  tx: Tx,
  { state, cursor }: Input<typeof contract.listPlaceReports>,
): Promise<Output<typeof contract.listPlaceReports>> {
  const [last] = readCursor(cursor, 1) ?? [];
  const open = state === 'open';
  const where: FindOptionsWhere<PlaceReport> = {
    state,
    ...(last === undefined ? {} : { id: open ? MoreThan(last) : LessThan(last) }),
  };
  const rows = await tx.em.find(PlaceReport, { where, order: { id: open ? 'ASC' : 'DESC' }, take: PAGE + 1 });
  const { items, nextCursor } = pageOf(rows, PAGE, ({ id }) => [id]);
  const places = await tx.em.findBy(PrivilegePlace, { id: In(items.map(({ placeId }) => placeId)) });
  return {
    items: items.flatMap(row => {
      const place = places.find(({ id }) => id === row.placeId);
      return place ? { ...told(tx, row, place), version: row.version } : [];
    }),
    nextCursor,
  };
}

function told(tx: Tx, row: PlaceReport, { id: placeId, name: placeName, city }: PrivilegePlace) {
  const { id, problem, onDate: on, state, reportedAt } = row;
  const words = tx.app.crypto.open('secret', row.wordsSealed);
  const answer = row.answerSealed === null ? null : tx.app.crypto.open('secret', row.answerSealed);
  return { id, placeId, placeName, city, problem, on, words, state, reportedAt, answer };
}

export async function answerReport(
  tx: Tx,
  { reportId, version, answer }: Input<typeof contract.answerPlaceReport>,
): Promise<Output<typeof contract.answerPlaceReport>> {
  const row = await tx.em.findOneBy(PlaceReport, { id: reportId });
  if (!row) throw notFound();
  tx.subject(row.personId);
  const answered = await tx.em.update(
    PlaceReport,
    { id: reportId, version, state: 'open' },
    {
      ...{ state: 'answered', openKey: null, version: version + 1, answeredAt: tx.now },
      ...{ answerSealed: tx.app.crypto.seal('secret', answer), answeredBy: tx.actor.staffId ?? null },
    },
  );
  if (answered.affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  const place = await tx.em.findOneByOrFail(PrivilegePlace, { id: row.placeId });
  await notify(tx, row.personId, 'privilege.place-answered', { place: place.name }, `${answerPage}?reportId=${row.id}`);
  return { done: true };
}
