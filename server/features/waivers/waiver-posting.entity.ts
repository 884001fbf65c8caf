import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/**
 * A transfer of millilitres between a donation's pool and a claim. What a donation earns is derived from the donation;
 * what is left of it is earned − spent + returned. Rows are added, never changed.
 */
@Entity('waiver_posting')
@Index('ux_waiver_posting_turn', ['donorId', 'turn', 'ordinal'], { unique: true })
@Index('ix_waiver_posting_claim', ['claimId'])
export class WaiverPosting {
  @Id() id!: string;
  @Ref() donorId!: string;
  @Ref() donationId!: string;
  @Ref() claimId!: string;
  /** The donor's own use and the relatives' use are two pools. */
  @Code(10) pool!: 'self' | 'relative';
  @Code(10) direction!: 'spend' | 'return';
  /** Positive. */
  @Whole() ml!: number;
  /** Turn of the donor's account in which it was written: two claims can never write the same turn. */
  @Whole() turn!: number;
  @Whole() ordinal!: number;
  @At() at!: string;
}
