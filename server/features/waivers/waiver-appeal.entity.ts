import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, LongText, Ref } from '@server/platform/db/columns';

/** One appeal for a claim, against its refusal. */
@Entity('waiver_appeal')
@Index('ux_waiver_appeal_claim', ['claimId'], { unique: true })
export class WaiverAppeal {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Ref() madeBy!: string;
  @At() madeAt!: string;
  @LongText() reasonsSealed!: string;
  /** Clause and reason of the refusal, as the claimant read them. */
  @Code(600) against!: string;
  /** The reviewer who refused and therefore does not decide; null when the rules refused by themselves. */
  @Ref({ nullable: true }) refusedBy!: string | null;
  @At() refusedAt!: string;
  /** By when it is decided. */
  @Day() dueOn!: string;
  @Code(10) state!: 'open' | 'upheld' | 'changed' | 'withdrawn';
  @Ref({ nullable: true }) decidedBy!: string | null;
  @At({ nullable: true }) decidedAt!: string | null;
}
