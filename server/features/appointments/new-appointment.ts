import type { IntervalType } from '@rules/interval';
import type { Slot } from '@server/features/sites';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';

type Given = Pick<Appointment, 'personId' | 'siteId' | 'slotId' | 'state' | 'onDate' | 'startsAt' | 'endsAt'> & {
  type: IntervalType;
} & Partial<Appointment>;

/** A row that is open for its person, with nothing special about it. */
export const newAppointment = (tx: Tx, given: Given): Appointment => ({
  id: newId(),
  openKey: given.personId,
  heldUntil: null,
  extensions: 0,
  takenAs: null,
  groupId: null,
  waitlistId: null,
  remindedFor: null,
  cancelledBy: null,
  createdAt: tx.now,
  updatedAt: tx.now,
  ...given,
});

/** Where and when, as an appointment copies it from its slot. */
export const timeOf = ({ id, siteId, type, onDate, startsAt, endsAt }: Slot) => ({
  slotId: id,
  siteId,
  type,
  onDate,
  startsAt,
  endsAt,
});
