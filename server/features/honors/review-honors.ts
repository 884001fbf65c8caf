import type { Input, Output } from '@contract/endpoint';
import type { getHonorApplication, listHonorApplications } from '@contract/honors';
import { maskDocumentNumber, maskName } from '@rules/identifiers';
import { findDonor } from '@server/features/donors';
import { getPerson, openDocNumber, openName } from '@server/features/identity';
import { pageOf, readCursor } from '@server/platform/cursor';
import { fileAddress } from '@server/platform/files/signed-file';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';

type Listed = Output<typeof listHonorApplications>['items'][number];

async function shown(tx: Tx, row: HonorApplication): Promise<Listed> {
  const { id, kind, city, personId, createdAt } = row;
  const { count, admitted } = await findHonorRight(tx, personId);
  const maskedName = maskName(openName(tx, await getPerson(tx, personId)));
  return { id, kind, maskedName, city, count, admitted, appliedAt: createdAt };
}

export async function findHonorApplications(
  tx: Tx,
  { cursor, limit = 20 }: Input<typeof listHonorApplications>,
): Promise<Output<typeof listHonorApplications>> {
  const place = readCursor(cursor, 2);
  const query = tx.em
    .createQueryBuilder(HonorApplication, 'application')
    .where('application.state = :state', { state: 'waiting' })
    .orderBy('application.createdAt', 'ASC')
    .addOrderBy('application.id', 'ASC')
    .limit(limit + 1);
  if (place)
    query.andWhere('(application.created_at > :at OR (application.created_at = :at AND application.id > :id))', {
      at: place[0],
      id: place[1],
    });
  const { items, nextCursor } = pageOf(await query.getMany(), limit, row => [row.createdAt, row.id]);
  const list: Listed[] = [];
  // One after the other: on SQLite there is one connection, and a transaction must not fan out.
  for (const row of items) list.push(await shown(tx, row));
  return { items: list, nextCursor };
}

export async function findHonorApplication(
  tx: Tx,
  { applicationId }: Input<typeof getHonorApplication>,
): Promise<Output<typeof getHonorApplication>> {
  const row = await tx.em.findOneBy(HonorApplication, { id: applicationId });
  if (!row) throw notFound();
  tx.subject(row.personId);
  const person = await getPerson(tx, row.personId);
  const donor = await findDonor(tx, row.personId);
  const ticket = { contentType: row.photoType, fileName: 'photo', sealedFor: 'identity' } as const;
  return {
    ...(await shown(tx, row)),
    state: row.state,
    version: row.version,
    name: openName(tx, person),
    maskedDocument: maskDocumentNumber(openDocNumber(tx, person)),
    bloodGroup: donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : null,
    photo: row.photoKey === null ? null : fileAddress(tx.app, { ...ticket, key: row.photoKey }),
  };
}
