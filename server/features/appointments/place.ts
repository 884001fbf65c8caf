import type { Abo } from '@rules/vocabulary';
import { findDonor } from '@server/features/donors';
import { findNextFree, releasePlace, takePlace, type Slot } from '@server/features/sites';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { giveBackGroupPlace } from './group-places';

type TakenAs = Appointment['takenAs'];

/** 'A+' of a donor for whom places of this time may be kept; null: a general place. */
export async function bloodGroupFor(tx: Tx, personId: string, slot: Pick<Slot, 'reservedFor'>): Promise<TakenAs> {
  if (slot.reservedFor === '') return null;
  const donor = await findDonor(tx, personId);
  return donor?.abo && donor.rhd ? `${donor.abo}${donor.rhd === 'negative' ? '-' : '+'}` : null;
}

const toBloodGroup = (takenAs: TakenAs) =>
  takenAs === null
    ? null
    : {
        abo: takenAs.slice(0, -1) as Abo,
        rhd: takenAs.endsWith('-') ? ('negative' as const) : ('positive' as const),
      };

export const takeAs = (tx: Tx, slotId: string, takenAs: TakenAs): Promise<boolean> =>
  takePlace(tx, slotId, { bloodGroup: toBloodGroup(takenAs) });

/** Gives the place of a hold or booking back as it was taken; the waiting list is asked in the same transaction. */
export async function giveBack(tx: Tx, { slotId, groupId, takenAs }: Appointment): Promise<void> {
  if (slotId === null) return;
  if (groupId !== null && (await giveBackGroupPlace(tx, groupId, slotId))) return;
  await releasePlace(tx, slotId, { bloodGroup: toBloodGroup(takenAs) });
}

/** Why there was no place, with other times. */
export const noPlace = async (tx: Tx, slot: Slot): Promise<Refusal> =>
  new Refusal(slot.state === 'closed' ? 'SLOT_CLOSED' : 'SLOT_FULL', 'conflict', {
    nextFree: await findNextFree(tx, slot),
  });
