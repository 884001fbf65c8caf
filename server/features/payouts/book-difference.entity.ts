import type * as z from 'zod/mini';
import { Entity, Index } from 'typeorm';
import type { differenceKind } from '@contract/payout-checks';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** Something that does not agree between our books, those of a hospital, and what was paid; worked on in its case. */
@Entity('book_difference')
@Index('ux_book_difference', ['hospitalId', 'onDay', 'hospitalReference', 'movement'], { unique: true })
@Index('ix_book_difference_state', ['state', 'foundAt', 'id'])
export class BookDifference {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Day() onDay!: string;
  /** Empty for the payment of the day. */
  @Code(64) hospitalReference!: string;
  @Code(10) movement!: 'settle' | 'reverse' | 'day';
  @Code(24) kind!: z.output<typeof differenceKind>;
  @Whole({ nullable: true }) oursFen!: number | null;
  @Whole({ nullable: true }) theirsFen!: number | null;
  @Whole({ nullable: true }) paidFen!: number | null;
  @Code(10) state!: 'open' | 'agreed';
  @Ref() caseId!: string;
  @At() foundAt!: string;
  @At({ nullable: true }) closedAt!: string | null;
}
