import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';
import type { Stage, State } from './visit-moves';

/** A donor who has come. Every move is a compare-and-swap on `version` and leaves a `visit_event`. */
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
  @Code(10) state!: State;
  /** Nullable in the table alone, which was full when the stations came. */
  @Code(10, { nullable: true }) stage!: Stage;
  @Whole({ nullable: true }) version!: number;
  /** Time of the booking; null for a walk-in. */
  @At({ nullable: true }) bookedFor!: string | null;
  @At() arrivedAt!: string;
  @At({ nullable: true }) stageSince!: string;
  /** The turn after the number was called in vain; else it follows from booking and arrival. */
  @At({ nullable: true }) turnAt!: string | null;
  @Whole({ nullable: true }) skips!: number;
  @At({ nullable: true }) calledAt!: string | null;
  @Code(20, { nullable: true }) desk!: string | null;
  @At({ nullable: true }) restUntil!: string | null;
  @At({ nullable: true }) undoUntil!: string | null;
  @At({ nullable: true }) endedAt!: string | null;
  @Ref({ nullable: true }) donationId!: string | null;
  /** The time whose walk-in place is taken; null for a booking, and for a walk-in outside the published times. */
  @Ref({ nullable: true }) walkInSlotId!: string | null;
  /** Account on whose phone the arrival code was shown, while nobody has looked at the document yet. */
  @Ref({ nullable: true }) shownAccountId!: string | null;
  /** The person while the visit is open, null afterwards: nobody waits in two queues. */
  @Ref({ nullable: true }) openKey!: string | null;
}
