import type { Input } from '@contract/endpoint';
import type { moveAppointment as contract } from '@contract/appointments';
import { moveQuestionnaire } from '@server/features/questionnaires';
import { getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appointmentView, isChangeable, type AppointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
import { claimPlace, requireBookable } from './claim-slot';
import { planDay } from './end-day';
import { appointmentMoved } from './events';
import { getOwnAppointment } from './find-appointments';
import { timeOf } from './new-appointment';
import { bloodGroupFor, giveBack } from './place';
import { factOf, tellAppointment } from './tell-appointment';

/**
 * Takes the new place and gives the old one back in one transaction: when the new one is full, nothing has happened.
 * Two rows are changed, always the smaller id first, so that two donors who swap times cannot wait for each other.
 */
export async function moveAppointment(
  tx: Tx,
  { appointmentId, slotId }: Input<typeof contract>,
): Promise<AppointmentView> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const before = await getOwnAppointment(tx, personId, appointmentId);
  const { slotId: oldSlotId } = before;
  if (!isChangeable(before, tx.now) || oldSlotId === null) throw new Refusal('NOT_CHANGEABLE', 'conflict');
  if (slotId === oldSlotId) return appointmentView(tx, before);
  const slot = await getSlot(tx, slotId);
  if (slot.type !== before.type) throw badField('slotId', 'other_type');
  await requireBookable(tx, personId, slot);

  const giveBackFirst = oldSlotId < slotId;
  const at = { ...timeOf(slot), groupId: null, updatedAt: tx.now };
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set(at)
    .where("id = :appointmentId AND state = 'booked' AND slot_id = :oldSlotId", { appointmentId, oldSlotId })
    .execute();
  if (affected !== 1) throw new Refusal('NOT_CHANGEABLE', 'conflict');
  if (giveBackFirst) await giveBack(tx, before);
  const place = { takenAs: await bloodGroupFor(tx, personId, slot) };
  await claimPlace(tx, slot, place.takenAs);
  if (!giveBackFirst) await giveBack(tx, before);
  if (place.takenAs !== before.takenAs) await tx.em.update(Appointment, { id: appointmentId }, place);

  const after: Appointment = { ...before, ...at, ...place };
  await moveQuestionnaire(tx, appointmentId, { siteId: after.siteId, validOn: after.onDate });
  await planDay(tx, after.siteId, after.onDate);
  await tellAppointment(tx, after, 'appointment.moved');
  await announce(tx, appointmentMoved, factOf(after));
  return appointmentView(tx, after);
}
