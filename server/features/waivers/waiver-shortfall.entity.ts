import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/**
 * A case: blood was waived against a donation that was corrected afterwards, and no other donation of the donor covers it.
 * Closed by the ledger itself when it is covered again.
 */
@Entity('waiver_shortfall')
@Index('ux_waiver_shortfall_open', ['openKey'], { unique: true })
@Index('ix_waiver_shortfall_donor', ['donorId', 'openedAt'])
export class WaiverShortfall {
  @Id() id!: string;
  @Ref() donorId!: string;
  @Ref() donationId!: string;
  @Code(10) pool!: 'self' | 'relative';
  @Whole() ml!: number;
  /** Pool and donation while the case is open. */
  @Code(60, { nullable: true }) openKey!: string | null;
  @At() openedAt!: string;
  @At({ nullable: true }) closedAt!: string | null;
}
