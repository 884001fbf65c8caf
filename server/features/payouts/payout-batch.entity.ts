import type * as z from 'zod/mini';
import { Entity, Index } from 'typeorm';
import type { batchState } from '@contract/payouts';
import { At, Code, Flag, Id, Ref, Whole } from '@server/platform/db/columns';

/** Claims that go to the bank in one file. Made from the lines each time; its hash is kept, so that it is the same each time. */
@Entity('payout_batch')
@Index('ux_payout_batch_number', ['number'], { unique: true })
@Index('ix_payout_batch_made', ['madeAt'])
export class PayoutBatch {
  @Id() id!: string;
  @Code(30) number!: string;
  @Code(20) state!: z.output<typeof batchState>;
  @Whole() count!: number;
  @Whole() totalFen!: number;
  @Code(64) fileSha256!: string;
  @Flag() needsSecond!: boolean;
  @Ref() madeBy!: string;
  @At() madeAt!: string;
  @Ref({ nullable: true }) approvedBy!: string | null;
  @At({ nullable: true }) approvedAt!: string | null;
  @At({ nullable: true }) downloadedAt!: string | null;
  @At({ nullable: true }) settledAt!: string | null;
}
