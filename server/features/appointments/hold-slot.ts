import type { Input } from '@contract/endpoint';
import type { extendHold as extendContract, holdSlot as contract } from '@contract/appointments';
import { getEdition } from '@rules/edition';
import { requireEligible } from '@server/features/eligibility';
import { lockPeople } from '@server/features/identity';
import { getSite, getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, newAppointmentView, type AppointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
import { claimPlace, refuseWhenFull, requireBookable } from './claim-slot';
import { getOwnAppointment } from './find-appointments';
import { claimGroupPlace, getGroupOfTime } from './group-code';
import { endHold, isOver, planLapse } from './lapse-hold';
import { newAppointment, timeOf } from './new-appointment';
import { clearTheWay, insertOpen } from './open-one';
import { bloodGroupFor } from './place';
import { confirmHeld } from './settle-booking';

const holdEnded = () => new Refusal('HOLD_ENDED', 'conflict');
const holdSeconds = (tx: Tx): number => getEdition('appointment', tx.today).rules.holdMinutes.value * 60;

/** Whether the code asks for another place than the hold that is there; refuses a code that is not valid for this time. */
async function isForGroup(tx: Tx, kept: Appointment, groupCode: string | undefined): Promise<boolean> {
  if (groupCode === undefined || kept.slotId === null) return false;
  return (await getGroupOfTime(tx, kept.slotId, groupCode)) !== kept.groupId;
}

export async function holdSlot(tx: Tx, { slotId, type, groupCode }: Input<typeof contract>): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const slot = await getSlot(tx, slotId);
  if (slot.type !== type) throw badField('type', 'not_the_type_of_the_slot');
  const kept = await clearTheWay(tx, personId, slotId);
  if (kept && !(await isForGroup(tx, kept, groupCode))) return appointmentView(tx, kept);
  // The public place goes back, and with it comes back when the group has none: everything here is one transaction.
  if (kept) await endHold(tx, kept, false);
  await requireBookable(tx, personId, slot);
  const heldUntil = plusSeconds(tx.now, holdSeconds(tx));
  const state = { personId, state: 'held', heldUntil } as const;
  if (groupCode !== undefined) {
    const place = await claimGroupPlace(tx, slot, groupCode);
    const row = newAppointment(tx, { ...timeOf(slot), ...place, ...state });
    await insertOpen(tx, row);
    await planLapse(tx, row);
    return appointmentView(tx, row);
  }
  await refuseWhenFull(tx, slot);
  const takenAs = await bloodGroupFor(tx, personId, slot);
  const row = newAppointment(tx, { ...timeOf(slot), takenAs, ...state });
  await insertOpen(tx, row);
  await planLapse(tx, row);
  await claimPlace(tx, slot, takenAs);
  return newAppointmentView(tx, row, await getSite(tx, row.siteId));
}

/** From now on, not from the old end: nobody gains by asking early. */
export async function extendHold(tx: Tx, { appointmentId }: Input<typeof extendContract>): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (row.state !== 'held' || isOver(row, tx.now)) throw holdEnded();
  const most = getEdition('appointment', tx.today).rules.holdExtensions.value;
  if (row.waitlistId !== null || row.extensions >= most) throw new Refusal('NOT_EXTENDABLE', 'conflict');
  const after = { heldUntil: plusSeconds(tx.now, holdSeconds(tx)), extensions: row.extensions + 1 };
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ ...after, updatedAt: tx.now })
    .where("id = :id AND state = 'held' AND held_until > :now AND extensions = :extensions", { ...row, now: tx.now })
    .execute();
  if (affected !== 1) throw holdEnded();
  await planLapse(tx, { ...row, ...after });
  return appointmentView(tx, { ...row, ...after });
}

/** Also accepts an offer. What has become known since the place was held may still stand against it. */
export async function confirmHold(tx: Tx, appointmentId: string): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (row.state !== 'held' || isOver(row, tx.now)) throw holdEnded();
  await lockPeople(tx, [personId]);
  await requireEligible(tx, personId, row.type, row.onDate);
  const booked = await confirmHeld(tx, row);
  if (!booked) throw holdEnded();
  return appointmentView(tx, booked);
}

/** Also declines an offer. */
export async function releaseHold(tx: Tx, appointmentId: string): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (row.state !== 'lapsed' && !(await endHold(tx, row, false))) {
    // Not held: ended by its job in this moment, or a booking.
    const now = await getOwnAppointment(tx, personId, appointmentId);
    if (now.state !== 'lapsed') throw new Refusal('NOT_CHANGEABLE', 'conflict');
  }
  return { done: true };
}
