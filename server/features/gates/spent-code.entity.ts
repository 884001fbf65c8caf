import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Ref } from '@server/platform/db/columns';

/** A code that was used. Inserting the row is the one-time rule: whoever inserts first has used the code. */
@Entity('spent_code')
@Index('ix_spent_code_at', ['spentAt'])
export class SpentCode {
  @PrimaryColumn({ type: 'varchar', length: 32 }) replayKey!: string;
  /** The scan that used it: of two that insert together, this says which one did. */
  @Ref({ default: '' }) scanId!: string;
  @At() spentAt!: string;
}
