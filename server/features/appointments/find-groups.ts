import type * as z from 'zod/mini';
import { In } from 'typeorm';
import type { groupBooking } from '@contract/group-bookings';
import { Slot, findSitesById } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { GroupBooking, GroupTime } from './group-booking.entity';

export type GroupView = z.output<typeof groupBooking>;
export interface GroupCodes {
  readonly memberCode: string;
  readonly organiserCode: string;
}

export async function findGroupNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.em.find(GroupBooking, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Counts alone: nothing here leads to a person. */
export async function groupView(tx: Tx, group: GroupBooking): Promise<GroupView> {
  const times = await tx.em.findBy(GroupTime, { groupId: group.id });
  const slots = await tx.em.findBy(Slot, { id: In(times.map(({ slotId }) => slotId)) });
  const site = (await findSitesById(tx, [group.siteId])).get(group.siteId);
  const countsOf = new Map(times.map(time => [time.slotId, time]));
  return {
    id: group.id,
    name: group.name,
    siteId: group.siteId,
    siteName: site?.name ?? '',
    type: group.type,
    state: group.state,
    releaseAt: group.releaseAt,
    times: slots
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
      .map(({ id, startsAt, endsAt }) => ({
        slotId: id,
        startsAt,
        endsAt,
        places: countsOf.get(id)?.places ?? 0,
        taken: countsOf.get(id)?.taken ?? 0,
      })),
  };
}

const shown = 50;

/** Of one station, the one that opens to everybody last before the others. */
export async function findGroupsOf(tx: Tx, stationId: string): Promise<({ group: GroupView } & GroupCodes)[]> {
  const rows = await tx.em.find(GroupBooking, {
    where: { stationId },
    order: { releaseAt: 'DESC', id: 'DESC' },
    take: shown,
  });
  const items = [];
  for (const row of rows) {
    const codes = JSON.parse(tx.app.crypto.open('secret', row.codesSealed)) as GroupCodes;
    items.push({ group: await groupView(tx, row), ...codes });
  }
  return items;
}
