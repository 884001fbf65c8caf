import { In } from 'typeorm';
import { organizationOf, systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { Refusal, notFound } from '@server/platform/refusal';
import { inTransaction, type Tx } from '@server/platform/tx';
import { groupView, type GroupView } from './find-groups';
import { GroupBooking, GroupTime } from './group-booking.entity';
import { releaseTime } from './group-places';

const release = defineJob<{ groupId: string }>('group.release');

export const planRelease = (tx: Tx, { id, releaseAt }: GroupBooking): Promise<void> =>
  enqueue(tx, release, { groupId: id }, { dedupeKey: id, notBefore: releaseAt });

/** False when it was released before. Members keep their bookings. */
async function releaseGroup(tx: Tx, groupId: string): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(GroupBooking)
    .set({ state: 'released' })
    .where("id = :groupId AND state = 'open'", { groupId })
    .execute();
  if (affected !== 1) return false;
  const times = await tx.em.find(GroupTime, { where: { groupId }, order: { slotId: 'ASC' } });
  for (const time of times) await releaseTime(tx, time);
  return true;
}

export async function endGroup(tx: Tx, groupId: string): Promise<GroupView> {
  tx.subject(groupId);
  const group = await tx.em.findOneBy(GroupBooking, { id: groupId, stationId: organizationOf(tx.actor) });
  if (!group) throw notFound();
  if (!(await releaseGroup(tx, groupId))) throw new Refusal('ALREADY_RELEASED', 'conflict');
  return groupView(tx, { ...group, state: 'released' });
}

/** These times do not take place: their quotas end, so that nothing is booked on them by a code. */
export async function releaseTimes(tx: Tx, slotIds: readonly string[]): Promise<void> {
  for (const time of await tx.em.findBy(GroupTime, { slotId: In([...slotIds]), open: true }))
    await releaseTime(tx, time);
}

export const startReleasing = (app: App): void =>
  app.jobs.handle(release, async (_, { groupId }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'group.release' }, tx => releaseGroup(tx, groupId));
  });
