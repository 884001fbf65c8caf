import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A donation was told again with other facts: what stood there, what stands there now, who said so. */
@Entity('donation_correction')
@Index('ux_correction_version', ['donationId', 'version'], { unique: true })
@Index('ix_correction_run', ['runId'])
export class DonationCorrection {
  @Id() id!: string;
  @Ref() donationId!: string;
  /** Version of the donation after the correction. */
  @Whole() version!: number;
  @Ref({ nullable: true }) runId!: string | null;
  @Code(20) actorRole!: string;
  @Code(64) actorId!: string;
  /** Names of the changed fields, joined by commas; the values stand sealed below. */
  @Code(200) fields!: string;
  @LongText() beforeSealed!: string;
  @LongText() afterSealed!: string;
  @At() at!: string;
}
