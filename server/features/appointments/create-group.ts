import type { Input, Output } from '@contract/endpoint';
import type { createGroupBooking as contract } from '@contract/group-bookings';
import { findNextFree, getSite, getSlot, holdForGroup, type Slot } from '@server/features/sites';
import { organizationOf } from '@server/platform/actor';
import { newId } from '@server/platform/ids';
import { Refusal, badField, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { groupView } from './find-groups';
import { GroupBooking, GroupTime } from './group-booking.entity';
import { codeKey, newCode } from './group-code';
import { planRelease } from './release-group';

type Command = Input<typeof contract>;

/** The chosen times, in the order in which their rows are changed. */
async function getTimes(tx: Tx, { siteId, type, times }: Command): Promise<{ slot: Slot; places: number }[]> {
  if (new Set(times.map(({ slotId }) => slotId)).size < times.length) throw badField('times', 'twice');
  const chosen = [];
  for (const { slotId, places } of [...times].sort((a, b) => a.slotId.localeCompare(b.slotId))) {
    const slot = await getSlot(tx, slotId);
    if (slot.siteId !== siteId || slot.type !== type) throw badField('times', 'of_another_site_or_type');
    chosen.push({ slot, places });
  }
  return chosen;
}

async function keepPlaces(tx: Tx, slot: Slot, places: number): Promise<void> {
  if (await holdForGroup(tx, slot.id, places)) return;
  const details = { slotId: slot.id, nextFree: await findNextFree(tx, slot) };
  throw new Refusal(slot.state === 'closed' ? 'SLOT_CLOSED' : 'SLOT_FULL', 'conflict', details);
}

/** All the places or none. They leave the public pool here; what members do not take comes back at `releaseAt`. */
export async function createGroup(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const { siteId, type, name, releaseAt } = command;
  const stationId = organizationOf(tx.actor);
  if ((await getSite(tx, siteId)).stationId !== stationId) throw notFound();
  const times = await getTimes(tx, command);
  const first = times.map(({ slot }) => slot.startsAt).sort()[0] ?? tx.now;
  if (releaseAt <= tx.now || releaseAt >= first) throw new Refusal('RELEASE_TOO_LATE', 'conflict', { before: first });

  const [memberCode, organiserCode] = [newCode(), newCode()];
  const group: GroupBooking = {
    ...{ id: newId(), stationId, siteId, type, name, state: 'open', releaseAt, createdAt: tx.now },
    memberCodeKey: codeKey(tx, memberCode),
    organiserCodeKey: codeKey(tx, organiserCode),
    codesSealed: tx.app.crypto.seal('secret', JSON.stringify({ memberCode, organiserCode })),
  };
  tx.subject(group.id);
  await tx.em.insert(GroupBooking, { ...group });
  for (const { slot, places } of times) {
    await keepPlaces(tx, slot, places);
    await tx.em.insert(GroupTime, { id: newId(), groupId: group.id, slotId: slot.id, places, taken: 0, open: true });
  }
  await planRelease(tx, group);
  return { group: await groupView(tx, group), memberCode, organiserCode };
}
