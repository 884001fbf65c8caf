import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** Money that was paid out and is owed back, because the bill behind it was reversed or a part of it refunded. */
@Entity('claim_back')
@Index('ux_claim_back_claim', ['claimId', 'cause'], { unique: true })
@Index('ix_claim_back_payee', ['payeeId', 'state'])
export class ClaimBack {
  @Id() id!: string;
  @Ref() claimId!: string;
  /** Number of the refund, or what the register showed; empty when the whole waiver was taken back. */
  @Code(64, { default: '' }) cause!: string;
  @Ref() payeeId!: string;
  @Code(10) state!: 'open' | 'closed';
  @Whole() owedFen!: number;
  /** Kept back from later payouts or transferred by the person. */
  @Whole() returnedFen!: number;
  @Ref() caseId!: string;
  @At() openedAt!: string;
  @At({ nullable: true }) closedAt!: string | null;
}
