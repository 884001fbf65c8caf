import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

export type LineState = 'waiting' | 'paid' | 'failed' | 'discarded';

/** The payment of one claim in one batch. */
@Entity('payout_line')
@Index('ux_payout_line_live', ['liveClaimId'], { unique: true })
@Index('ux_payout_line_ordinal', ['batchId', 'ordinal'], { unique: true })
@Index('ix_payout_line_claim', ['claimId'])
export class PayoutLine {
  @Id() id!: string;
  @Ref() batchId!: string;
  @Whole() ordinal!: number;
  @Ref() claimId!: string;
  /** The claim while this line may pay it or has paid it, for good; null once it failed or was taken back. Unique: no claim is paid twice. */
  @Ref({ nullable: true }) liveClaimId!: string | null;
  @Code(20) claimNumber!: string;
  /** The account as it was when the batch was made: JSON of AccountContent, sealed with the key for bank accounts. */
  @LongText() accountSealed!: string;
  /** What the bank transfers; 0 when all of it was kept back. */
  @Whole() amountFen!: number;
  @Whole() nettedFen!: number;
  @Code(20) state!: LineState;
  @Code(200, { nullable: true }) reason!: string | null;
  /** The bank's own number of the transfer. */
  @Code(64, { nullable: true }) bankReference!: string | null;
  @At({ nullable: true }) settledAt!: string | null;
}
