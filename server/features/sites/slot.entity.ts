import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** A time at a site with so many places. The counts change only by the conditional updates of `take-place.ts`. */
@Entity('slot')
@Index('ux_slot_time', ['siteId', 'type', 'startsAt'], { unique: true })
@Index('ix_slot_day', ['siteId', 'type', 'onDate'])
@Index('ix_slot_session', ['sessionId'])
export class Slot {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  @Day() onDate!: string;
  @At() startsAt!: string;
  @At() endsAt!: string;
  /** Places that can be booked; walk-in places come on top. */
  @Whole() capacity!: number;
  /** Of these, taken: by donors, or held for a group. */
  @Whole() booked!: number;
  @Code(10) state!: 'open' | 'closed';
  /** Session that it belongs to; null for a time from before there were sessions. */
  @Ref({ nullable: true }) sessionId!: string | null;
  /** Of the capacity, kept for donors of the groups in `reservedFor` until `releaseAt`. */
  @Whole({ default: 0 }) reserved!: number;
  /** ',A+,O-,'; empty: no group is in need and nothing is kept. */
  @Code(40, { default: '' }) reservedFor!: string;
  @At({ nullable: true }) releaseAt!: string | null;
  /** Of `booked`, donors of the groups in need: they use up the kept places first. */
  @Whole({ default: 0 }) neededBooked!: number;
  /** Of `booked`, held for company and university groups and not yet taken by a member. */
  @Whole({ default: 0 }) groupHeld!: number;
  @Whole({ default: 0 }) walkInCapacity!: number;
  @Whole({ default: 0 }) walkInTaken!: number;
}
