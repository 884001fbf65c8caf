import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/**
 * What a reviewer did with a claim: approved, refused, asked for more. Above a limit it is a proposal until a second one
 * confirms or returns it; of proposals there is one at a time.
 */
@Entity('waiver_decision')
@Index('ux_waiver_decision_open', ['openKey'], { unique: true })
@Index('ix_waiver_decision_claim', ['claimId', 'madeAt'])
export class WaiverReviewDecision {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Code(10) kind!: 'approve' | 'refuse' | 'ask';
  /** `lapsed`: the claim went another way before the second reviewer came to it. */
  @Code(10) state!: 'proposed' | 'final' | 'returned' | 'lapsed';
  @Code(60) clause!: string;
  /** JSON: words to the claimant with their template, findings, what another province gives. */
  @LongText() contentSealed!: string;
  @Whole({ nullable: true }) waivedFen!: number | null;
  @Ref() madeBy!: string;
  @At() madeAt!: string;
  /** The claim while it is a proposal. */
  @Ref({ nullable: true }) openKey!: string | null;
  @Ref({ nullable: true }) secondBy!: string | null;
  @At({ nullable: true }) secondAt!: string | null;
  @LongText({ nullable: true }) secondNoteSealed!: string | null;
}
