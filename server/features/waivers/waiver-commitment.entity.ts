import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

/** A commitment letter (承诺书) as it was signed. Rows are added, never changed; a claim has one at the most. */
@Entity('waiver_commitment')
@Index('ux_waiver_commitment_claim', ['claimId'], { unique: true })
export class WaiverCommitment {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Ref() signedBy!: string;
  @Code(20) version!: string;
  /** JSON of the statement and the strokes. */
  @LongText() sealed!: string;
  /** SHA-256 over version, statement and strokes. */
  @Code(64) sha256!: string;
  @At() signedAt!: string;
}
