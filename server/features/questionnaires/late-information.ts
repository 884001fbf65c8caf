import { In } from 'typeorm';
import type * as z from 'zod/mini';
import type { Input, Output } from '@contract/endpoint';
import type {
  lateInformationKind,
  listLateInformation as listContract,
  openLateInformation as openContract,
} from '@contract/questionnaires';
import { dinCheckCharacter } from '@rules/din';
import { Donation } from '@server/features/donations';
import { organizationOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { noteOpening } from './answer-vault';
import { UnitNotice } from './unit-notice.entity';

type Words = { kind: z.output<typeof lateInformationKind>; words: string };

/** For the station of the donation, newest first; an exclusion in confidence is not among them. */
export async function findLateInformation(
  tx: Tx,
  { cursor, limit = 30 }: Input<typeof listContract>,
): Promise<Output<typeof listContract>> {
  const after = readCursor(cursor, 2);
  const query = tx.em
    .createQueryBuilder(UnitNotice, 'notice')
    .where('notice.listed_for = :stationId', { stationId: organizationOf(tx.actor) })
    .orderBy('notice.created_at', 'DESC')
    .addOrderBy('notice.id', 'DESC')
    .limit(limit + 1);
  if (after)
    query.andWhere('(notice.created_at < :at OR (notice.created_at = :at AND notice.id < :id))', {
      at: after[0],
      id: after[1],
    });
  const page = pageOf(await query.getMany(), limit, row => [row.createdAt, row.id]);
  const donations = await tx.em.findBy(Donation, { id: In(page.items.map(({ donationId }) => donationId)) });
  const numberOf = new Map(donations.map(({ id, donationNumber }) => [id, donationNumber]));
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ id, createdAt, donationId, state }) => {
      const din = numberOf.get(donationId) ?? '';
      return { id, at: createdAt, donationNumber: din === '' ? '' : din + dinCheckCharacter(din), state };
    }),
  };
}

/** The donor sees that the station has read it. */
export async function openLateInformation(tx: Tx, id: string): Promise<Output<typeof openContract>> {
  const row = await tx.em.findOneBy(UnitNotice, { id, listedFor: organizationOf(tx.actor) });
  if (!row) throw notFound();
  // The line names the donation in place of an appointment: late information belongs to no form.
  await noteOpening(
    tx,
    { personId: row.personId, appointmentId: row.donationId, validOn: row.donatedOn },
    'late-report',
  );
  const { kind, words } = JSON.parse(tx.app.crypto.open('answers', row.wordsSealed)) as Words;
  return { kind, words, donatedOn: row.donatedOn };
}
