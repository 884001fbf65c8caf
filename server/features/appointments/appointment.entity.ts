import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref } from '@server/platform/db/columns';

/** One donor expected, or come, at one site at one time. Every change of state is a compare-and-swap. */
@Entity('appointment')
@Index('ux_appointment_open', ['openKey'], { unique: true })
@Index('ix_appointment_person', ['personId', 'startsAt'])
@Index('ix_appointment_site', ['siteId', 'onDate', 'state'])
@Index('ix_appointment_slot', ['slotId'])
export class Appointment {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  /** Null for a walk-in, who takes no place. */
  @Ref({ nullable: true }) slotId!: string | null;
  @Code(20) type!: IntervalType;
  @Code(12) state!: 'booked' | 'checked_in' | 'fulfilled' | 'cancelled' | 'no_show';
  @Day() onDate!: string;
  @At() startsAt!: string;
  @At() endsAt!: string;
  /** The person while the booking is open, null afterwards: the unique index allows one open booking a person. */
  @Code(60, { nullable: true }) openKey!: string | null;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
