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
  @Whole() bloodFeeFen!: number;
  @Whole() waivedFen!: number;
  @Whole() turn!: number;
  /** Keyed hash of hospital, stay and blood lines: the same blood on a bill that was issued again. */
  @Code(64, { nullable: true }) linesKey!: string | null;
  @At() updatedAt!: string;
}
