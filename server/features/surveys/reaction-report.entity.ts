import { Entity, Index } from 'typeorm';
import { At, Id, LongText, Ref } from '@server/platform/db/columns';

/** A reaction that a donor reported after the donation. */
@Entity('reaction_report')
@Index('ix_report_person', ['personId', 'createdAt'])
@Index('ix_report_donation', ['donationId'])
export class ReactionReport {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() donationId!: string;
  @Ref() caseId!: string;
  /** JSON of ReactionContent, sealed with the health key. */
  @LongText() contentSealed!: string;
  @At() createdAt!: string;
}
