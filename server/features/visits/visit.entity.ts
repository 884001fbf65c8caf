import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref } from '@server/platform/db/columns';

/** A donor who has come. Every change of state is a compare-and-swap. */
@Entity('visit')
@Index('ux_visit_number', ['siteId', 'onDate', 'number'], { unique: true })
@Index('ux_visit_open', ['openKey'], { unique: true })
@Index('ux_visit_appointment', ['appointmentId'], { unique: true })
@Index('ix_visit_day', ['siteId', 'onDate', 'state'])
@Index('ix_visit_person', ['personId', 'onDate'])
export class Visit {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Day() onDate!: string;
  /** 'A001': A whole blood, B platelets, counted a site and day. */
  @Code(8) number!: string;
  @Code(20) type!: IntervalType;
  @Ref() personId!: string;
  @Ref() appointmentId!: string;
  @Code(10) state!: 'waiting' | 'called' | 'donating' | 'done' | 'left' | 'deferred';
  /** Time of the booking; null for a walk-in. */
  @At({ nullable: true }) bookedFor!: string | null;
  @At() arrivedAt!: string;
  @At({ nullable: true }) calledAt!: string | null;
  @Code(20, { nullable: true }) desk!: string | null;
  @At({ nullable: true }) endedAt!: string | null;
  @Ref({ nullable: true }) donationId!: string | null;
  /** The person while the visit is open, null afterwards: nobody waits in two queues. */
  @Ref({ nullable: true }) openKey!: string | null;
}
