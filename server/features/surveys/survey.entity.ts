import { Entity, Index } from 'typeorm';
import { At, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** What one visit was like. One row a visit, made when it ends. */
@Entity('survey')
@Index('ux_survey_visit', ['visitId'], { unique: true })
@Index('ix_survey_person', ['personId', 'createdAt'])
@Index('ix_survey_site', ['siteId', 'visitOn'])
export class Survey {
  @Id() id!: string;
  @Ref() visitId!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  @Ref() stationId!: string;
  @Day() visitOn!: string;
  @At() closesAt!: string;
  @At({ nullable: true }) answeredAt!: string | null;
  /** 1 to 5; in the clear, because it is counted. */
  @Whole({ nullable: true }) score!: number | null;
  /** JSON of reasons and words, sealed with the health key: people write what they like. */
  @LongText({ nullable: true }) answerSealed!: string | null;
  @Ref({ nullable: true }) caseId!: string | null;
  @At() createdAt!: string;
}
