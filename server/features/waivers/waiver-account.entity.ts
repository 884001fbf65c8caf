import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Day, Whole } from '@server/platform/db/columns';

/** One row per donor whose balance was ever touched. Its update is the lock under which balances are read and spent. */
@Entity('waiver_account')
@Index('ix_waiver_account_due', ['dueOn'])
export class WaiverAccount {
  @PrimaryColumn({ type: 'varchar', length: 36 }) donorId!: string;
  @Whole() turn!: number;
  @At() updatedAt!: string;
  /** First day on which the ledger has something to write by itself; empty: not worked out yet. */
  @Day({ default: '' }) dueOn!: string;
}
