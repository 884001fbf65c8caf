import { Entity, Index } from 'typeorm';
import { At, Day, Id, LongText, Ref } from '@server/platform/db/columns';

/** The question of the day after a donation: how are you? */
@Entity('wellbeing_check')
@Index('ux_check_donation', ['donationId'], { unique: true })
@Index('ix_check_person', ['personId', 'createdAt'])
export class WellbeingCheck {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() visitId!: string;
  @Ref() donationId!: string;
  /** Last day on which it can be answered. */
  @Day() closesOn!: string;
  @At({ nullable: true }) answeredAt!: string | null;
  /** JSON of the feeling, sealed with the health key. */
  @LongText({ nullable: true }) answerSealed!: string | null;
  @At() createdAt!: string;
}
