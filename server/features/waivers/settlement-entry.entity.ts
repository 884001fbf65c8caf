import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

export type Movement = 'settle' | 'reverse';

/**
 * A line of the books between us and a hospital. Added, never changed: a reversal stands in the day it was made, a part of one
 * under the number of the refund.
 */
@Entity('settlement_entry')
@Index('ux_settlement_entry', ['claimId', 'movement', 'hospitalReference'], { unique: true })
@Index('ix_settlement_entry_day', ['hospitalId', 'onDay'])
export class SettlementEntry {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Ref() claimId!: string;
  @Code(64) hospitalReference!: string;
  @Code(10) movement!: Movement;
  @Whole() amountFen!: number;
  @Day() onDay!: string;
  @At() at!: string;
}
