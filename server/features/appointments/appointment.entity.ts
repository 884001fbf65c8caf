import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** One donor expected, or come, at one site at one time. Every change of state is a compare-and-swap. */
@Entity('appointment')
@Index('ux_appointment_open', ['openKey'], { unique: true })
@Index('ix_appointment_person', ['personId', 'startsAt'])
@Index('ix_appointment_site', ['siteId', 'onDate', 'state'])
@Index('ix_appointment_slot', ['slotId'])
@Index('ix_appointment_held', ['state', 'heldUntil'])
export class Appointment {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  /** Null for a walk-in, who takes no place. */
  @Ref({ nullable: true }) slotId!: string | null;
  @Code(20) type!: IntervalType;
  /** `held`: the place is taken until `heldUntil`; `lapsed`: such a hold has ended without a booking, nobody is shown it. */
  @Code(12) state!: 'held' | 'lapsed' | 'booked' | 'checked_in' | 'fulfilled' | 'cancelled' | 'no_show';
  @Day() onDate!: string;
  @At() startsAt!: string;
  @At() endsAt!: string;
  /** The person while the hold or booking is open, null afterwards: the unique index allows one of them a person. */
  @Code(60, { nullable: true }) openKey!: string | null;
  /** Of a hold. Whoever acts on it compares with the clock: nothing depends on a job having run in time. */
  @At({ nullable: true }) heldUntil!: string | null;
  /** How often the hold was made longer. */
  @Whole({ default: 0 }) extensions!: number;
  /** 'A+' as it was when the place was taken: the place is given back as it was taken. Null: unknown then. */
  @Code(3, { nullable: true }) takenAs!: string | null;
  /** Whose place it is: of a company or university; null: of the public. */
  @Ref({ nullable: true }) groupId!: string | null;
  /** Entry of the waiting list for which it was offered. */
  @Ref({ nullable: true }) waitlistId!: string | null;
  /** The day for which the donor was reminded. */
  @Day({ nullable: true }) remindedFor!: string | null;
  @Code(10, { nullable: true }) cancelledBy!: 'donor' | 'station' | 'rules' | 'visit' | null;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
