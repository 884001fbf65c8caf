import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** The tests of one donation as the station last told them. Nothing outside the sealed value says how they came out. */
@Entity('donation_result')
@Index('ux_result_donation', ['donationId'], { unique: true })
export class DonationResult {
  @Id() id!: string;
  @Ref() donationId!: string;
  /** JSON of ResultContent, sealed with the health key. */
  @LongText() contentSealed!: string;
  /** Keyed hash of the content: the same hash is the same result told again. */
  @Code(64) contentHash!: string;
  /** Grows with every correction. */
  @Whole() version!: number;
  @At() receivedAt!: string;
  @At() updatedAt!: string;
}
