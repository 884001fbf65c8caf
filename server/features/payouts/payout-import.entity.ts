import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A result file of the bank that was read, and what came of it. */
@Entity('payout_import')
@Index('ix_payout_import_batch', ['batchId', 'at'])
export class PayoutImport {
  @Id() id!: string;
  @Ref() batchId!: string;
  @Code(64) sha256!: string;
  @Whole() paid!: number;
  @Whole() failed!: number;
  @Whole() repeated!: number;
  /** JSON list of row and problem; nothing of the row itself. */
  @LongText() problems!: string;
  @Ref() importedBy!: string;
  @At() at!: string;
}
