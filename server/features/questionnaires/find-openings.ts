import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listOpenings } from '@contract/questionnaires';
import { findSitesById } from '@server/features/sites';
import { Organization } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import type { Tx } from '@server/platform/tx';
import { AnswerOpening } from './answer-opening.entity';

type Item = Output<typeof listOpenings>['items'][number];

const byOf = ({ role }: AnswerOpening): Item['by'] =>
  role === 'citizen' ? 'me' : role === 'operator' ? 'service' : 'staff';

async function placesOf(tx: Tx, rows: readonly AnswerOpening[]): Promise<(row: AnswerOpening) => string | null> {
  const siteIds = rows.flatMap(({ siteId }) => (siteId ? [siteId] : []));
  const sites = await findSitesById(tx, siteIds);
  const ids = rows.flatMap(({ organizationId }) => (organizationId ? [organizationId] : []));
  const stations = new Map((await tx.em.findBy(Organization, { id: In(ids) })).map(({ id, name }) => [id, name]));
  return ({ siteId, organizationId }) =>
    (siteId ? sites.get(siteId)?.name : undefined) ??
    (organizationId ? stations.get(organizationId) : undefined) ??
    null;
}

/** Who opened the answers of the person in session, newest first. */
export async function findOpenings(
  tx: Tx,
  { cursor, limit = 30 }: Input<typeof listOpenings>,
): Promise<Output<typeof listOpenings>> {
  const after = readCursor(cursor, 2);
  const query = tx.em
    .createQueryBuilder(AnswerOpening, 'opening')
    .where('opening.person_id = :personId', { personId: personOf(tx.actor) })
    .orderBy('opening.at', 'DESC')
    .addOrderBy('opening.id', 'DESC')
    .limit(limit + 1);
  if (after)
    query.andWhere('(opening.at < :at OR (opening.at = :at AND opening.id < :id))', { at: after[0], id: after[1] });
  const page = pageOf(await query.getMany(), limit, row => [row.at, row.id]);
  const placeOf = await placesOf(tx, page.items);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(row => ({
      id: row.id,
      at: row.at,
      purpose: row.purpose,
      by: byOf(row),
      place: placeOf(row),
      appointmentId: row.appointmentId,
      validOn: row.validOn,
    })),
  };
}
