import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, Ref } from '@server/platform/db/columns';

/** One person who waits for a place at a site on some days between two times of day. */
@Entity('waitlist_entry')
@Index('ux_waitlist_open', ['openKey'], { unique: true })
@Index('ix_waitlist_person', ['personId', 'joinedAt'])
export class WaitlistEntry {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  /** 'HH:mm' in China: a time that starts from … up to and including … will do. */
  @Code(5) fromTime!: string;
  @Code(5) toTime!: string;
  @Day() lastDay!: string;
  @Code(10) state!: 'waiting' | 'offered' | 'ended';
  /** The person while it is open: one entry a person. */
  @Code(60, { nullable: true }) openKey!: string | null;
  @At() joinedAt!: string;
  @At() updatedAt!: string;
}

/** A day of an entry: by these the first in line for a freed place is found. */
@Entity('waitlist_day')
@Index('ux_waitlist_day', ['entryId', 'onDate'], { unique: true })
@Index('ix_waitlist_day', ['siteId', 'type', 'onDate'])
export class WaitlistDay {
  @Id() id!: string;
  @Ref() entryId!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  @Day() onDate!: string;
}

/** A place that was offered. The unique index sees to it that nobody is offered the same time twice. */
@Entity('waitlist_offer')
@Index('ux_waitlist_offer', ['entryId', 'slotId'], { unique: true })
export class WaitlistOffer {
  @Id() id!: string;
  @Ref() entryId!: string;
  @Ref() slotId!: string;
  @Ref() appointmentId!: string;
  @At() offeredAt!: string;
}
