import { In } from 'typeorm';
import { chinaDateTime, type CalendarDate } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { findDonor } from '@server/features/donors';
import { Slot, bookingWindow, freePlaces } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';

interface Wanted {
  readonly siteId: string;
  readonly type: IntervalType;
  readonly days: readonly CalendarDate[];
  /** 'HH:mm' in China, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Times with a place for this person, in order. */
export async function findFreeTimes(tx: Tx, personId: string, wanted: Wanted): Promise<Slot[]> {
  const { siteId, type, days } = wanted;
  const donor = await findDonor(tx, personId);
  const group = donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : null;
  const { from, before } = bookingWindow(tx.now);
  const slots = await tx.em.find(Slot, {
    where: { siteId, type, onDate: In([...days]), state: 'open' },
    order: { startsAt: 'ASC' },
  });
  return slots.filter(slot => {
    const { time } = chinaDateTime(slot.startsAt);
    const inWindow = slot.startsAt >= from && slot.startsAt < before;
    return inWindow && time >= wanted.from && time <= wanted.to && freePlaces(slot, group, tx.now) > 0;
  });
}

export async function findSlotIds(tx: Tx, siteId: string, type: IntervalType, onDate: CalendarDate): Promise<string[]> {
  const slots = await tx.em.find(Slot, { where: { siteId, type, onDate, state: 'open' }, order: { startsAt: 'ASC' } });
  return slots.map(({ id }) => id);
}
