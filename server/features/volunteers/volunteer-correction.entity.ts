import { Entity, Index } from 'typeorm';
import { At, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** What stood there before and what stands there since, who changed it and why. Written once. */
@Entity('volunteer_correction')
@Index('ix_volunteer_correction_service', ['serviceId', 'createdAt'])
export class VolunteerCorrection {
  @Id() id!: string;
  @Ref() serviceId!: string;
  @Whole() fromMinutes!: number;
  @Whole() toMinutes!: number;
  @Day() fromDay!: string;
  @Day() toDay!: string;
  @LongText() reasonSealed!: string;
  @Ref() correctedBy!: string;
  @At() createdAt!: string;
}
