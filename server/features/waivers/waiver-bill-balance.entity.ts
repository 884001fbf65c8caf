import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Code, Whole } from '@server/platform/db/columns';

/**
 * How much of the blood fee of one bill has been waived, by all claims and settlements together. Its conditional update
 * is the lock under which several donors share a bill.
 */
@Entity('waiver_bill_balance')
@Index('ix_waiver_bill_balance_lines', ['linesKey'])
export class WaiverBillBalance {
  /** Code and number. */
  @PrimaryColumn({ type: 'varchar', length: 60 }) billKey!: string;
  @Code(64) patientIndex!: string;
  /** What may be waived at the most: the reading, or what was billed less the refunds, whichever is less. */
  @Whole() bloodFeeFen!: number;
  /** Blood lines as they were billed, before any refund. */
  @Whole({ default: 0 }) billedFen!: number;
  /** Blood lines by the newest reading, refunds in negative lines taken off. */
  @Whole({ default: 0 }) readFen!: number;
  /** Refunds of blood lines that came under numbers of their own. */
  @Whole({ default: 0 }) refundedFen!: number;
  @Whole() waivedFen!: number;
  @Whole() turn!: number;
  /** Keyed hash of hospital, stay and blood lines: the same blood on a bill that was issued again. */
  @Code(64, { nullable: true }) linesKey!: string | null;
  @At() updatedAt!: string;
}
