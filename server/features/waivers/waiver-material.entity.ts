import { Entity, Index } from 'typeorm';
import { At, Day, Id, LongText, Ref } from '@server/platform/db/columns';

/** What a reviewer asked the claimant for, and the answer. One question at a time. */
@Entity('waiver_material')
@Index('ux_waiver_material_open', ['openKey'], { unique: true })
@Index('ix_waiver_material_claim', ['claimId', 'askedAt'])
export class WaiverMaterial {
  @Id() id!: string;
  @Ref() claimId!: string;
  @LongText() askedSealed!: string;
  @Ref() askedBy!: string;
  @At() askedAt!: string;
  /** Last day for the answer. */
  @Day() dueOn!: string;
  @At({ nullable: true }) answeredAt!: string | null;
  @LongText({ nullable: true }) answerSealed!: string | null;
  /** The claim while the question is open. */
  @Ref({ nullable: true }) openKey!: string | null;
}
