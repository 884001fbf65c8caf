import { timesOf, type PlannedTime } from '@rules/session-plan';
import type { Tx } from '@server/platform/tx';
import type { DonationSession } from './donation-session.entity';
import { planReleases } from './release-kept';
import { insertMissing, newSlot, toPlan } from './session-rows';
import { Slot } from './slot.entity';

const keyOf = ({ type, startsAt }: Pick<Slot, 'type' | 'startsAt'>) => `${type} ${startsAt}`;

const findSlotsOfDays = async (tx: Tx, siteId: string, onDates: readonly string[]): Promise<Slot[]> =>
  onDates.length === 0
    ? []
    : tx.em
        .createQueryBuilder(Slot, 'slot')
        .where('slot.siteId = :siteId AND slot.onDate IN (:...onDates)', { siteId, onDates })
        .orderBy('slot.startsAt')
        .getMany();

/** A time that a cancelled session has left behind opens again with the new plan; its counts stay what they are. */
async function reopen(
  tx: Tx,
  slot: Slot,
  sessionId: string,
  { endsAt, capacity, reserved, releaseAt, walkInCapacity }: PlannedTime,
  reservedFor: string,
): Promise<void> {
  await tx.em
    .createQueryBuilder()
    .update(Slot)
    .set({ sessionId, endsAt, capacity, reserved, releaseAt, walkInCapacity, reservedFor, state: 'open' })
    .where("id = :id AND state = 'closed'", slot)
    .execute();
}

/**
 * Makes the times of these sessions of one site. Times that are open already keep their places; those from before there
 * were sessions now belong to one. Returns how many were made.
 */
export async function openTimes(tx: Tx, sessions: readonly DonationSession[], reservedFor: string): Promise<number> {
  const [first] = sessions;
  if (!first) return 0;
  const existing = await findSlotsOfDays(tx, first.siteId, [...new Set(sessions.map(({ onDate }) => onDate))]);
  const known = new Map(existing.map(slot => [keyOf(slot), slot]));
  const missing: Slot[] = [];
  const adopted: [sessionId: string, slotId: string][] = [];
  let reopened = 0;
  for (const session of sessions)
    for (const planned of timesOf(toPlan(session), session.onDate)) {
      const slot = known.get(keyOf(planned));
      if (!slot) missing.push(newSlot(session, planned, reservedFor));
      else if (slot.state === 'closed' && (slot.sessionId !== null || session.planKey === null)) {
        await reopen(tx, slot, session.id, planned, reservedFor);
        reopened++;
      } else if (slot.sessionId === null) adopted.push([session.id, slot.id]);
    }
  for (const [sessionId, id] of adopted) await tx.em.update(Slot, { id }, { sessionId });
  await insertMissing(tx, Slot, missing);
  await planReleases(tx, [first.siteId]);
  return missing.length + reopened;
}
