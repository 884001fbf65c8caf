import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Day } from '@server/platform/db/columns';

/** A claim whose bills are looked at again, because a hospital may reverse them long after. */
@Entity('bill_watch')
@Index('ix_bill_watch_next', ['nextOn', 'claimId'])
export class BillWatch {
  @PrimaryColumn({ type: 'varchar', length: 36 }) claimId!: string;
  @Day() nextOn!: string;
  /** Afterwards nobody looks any more. */
  @Day() lastOn!: string;
}
