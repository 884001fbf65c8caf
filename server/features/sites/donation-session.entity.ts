import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

export type SessionState = 'draft' | 'published' | 'cancelled';

/** A donation session (采血场次): a site on a day from … to … with so many chairs and staff. Its times are slots. */
@Entity('donation_session')
@Index('ix_donation_session_site', ['siteId', 'onDate'])
@Index('ux_donation_session_plan', ['planKey'], { unique: true })
export class DonationSession {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Day() onDate!: string;
  /** 'HH:mm' in China. */
  @Code(5) opens!: string;
  @Code(5) closes!: string;
  @Whole() wholeBloodChairs!: number;
  @Whole() wholeBloodStaff!: number;
  @Whole() wholeBloodWalkIns!: number;
  @Whole() plateletChairs!: number;
  @Whole() plateletStaff!: number;
  @Whole() plateletWalkIns!: number;
  @Whole() reservedPercent!: number;
  @Whole() releaseHours!: number;
  /** Where a vehicle stands; all null: at the site's address. GCJ-02, millionths of a degree. */
  @Code(200, { nullable: true }) address!: string | null;
  @Whole({ nullable: true }) latitudeE6!: number | null;
  @Whole({ nullable: true }) longitudeE6!: number | null;
  @Code(10) state!: SessionState;
  /** Grows by one with each change: whoever changes names the one that was read. */
  @Whole() version!: number;
  /** Site, day and hour of a session made from the opening hours, which is made once; null when staff planned it. */
  @Code(60, { nullable: true }) planKey!: string | null;
  @Code(100, { nullable: true }) reason!: string | null;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
