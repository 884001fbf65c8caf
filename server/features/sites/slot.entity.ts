import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** A time at a site with so many places. `booked` changes only by the conditional updates of `take-place.ts`. */
@Entity('slot')
@Index('ux_slot_time', ['siteId', 'type', 'startsAt'], { unique: true })
@Index('ix_slot_day', ['siteId', 'type', 'onDate'])
export class Slot {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  @Day() onDate!: string;
  @At() startsAt!: string;
  @At() endsAt!: string;
  @Whole() capacity!: number;
  @Whole() booked!: number;
  @Code(10) state!: 'open' | 'closed';
}
