import { Entity, PrimaryColumn } from 'typeorm';
import { At, Whole } from '@server/platform/db/columns';

/** One row per donor whose balance was ever touched. Its update is the lock under which balances are read and spent. */
@Entity('waiver_account')
export class WaiverAccount {
  @PrimaryColumn({ type: 'varchar', length: 36 }) donorId!: string;
  @Whole() turn!: number;
  @At() updatedAt!: string;
}
