import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Flag, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** Places kept for a company or university, whose members book with a code. */
@Entity('group_booking')
@Index('ux_group_member_code', ['memberCodeKey'], { unique: true })
@Index('ux_group_organiser_code', ['organiserCodeKey'], { unique: true })
@Index('ix_group_station', ['stationId', 'releaseAt'])
export class GroupBooking {
  @Id() id!: string;
  @Ref() stationId!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  @Code(60) name!: string;
  @Code(10) state!: 'open' | 'released';
  /** Fingerprints: a code is found without being stored in the clear. */
  @Code(64) memberCodeKey!: string;
  @Code(64) organiserCodeKey!: string;
  /** Both codes as JSON, for staff who pass them on again. */
  @LongText() codesSealed!: string;
  @At() releaseAt!: string;
  @At() createdAt!: string;
}

/** The quota of a group at one time. `taken` changes only by the conditional updates of `group-places.ts`. */
@Entity('group_time')
@Index('ux_group_time', ['groupId', 'slotId'], { unique: true })
@Index('ix_group_time_slot', ['slotId'])
export class GroupTime {
  @Id() id!: string;
  @Ref() groupId!: string;
  @Ref() slotId!: string;
  @Whole() places!: number;
  @Whole() taken!: number;
  /** Places that come back are the group's while it is open, the public's afterwards. */
  @Flag() open!: boolean;
}
