import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** A part of a bill that a hospital paid back, under the hospital's own number of the refund. Rows are added, never changed. */
@Entity('bill_refund')
@Index('ux_bill_refund', ['hospitalId', 'refundNumber'], { unique: true })
@Index('ix_bill_refund_bill', ['billKey'])
export class BillRefund {
  @Id() id!: string;
  /** Code and number of the bill; the refund may be told of before anybody claims on it. */
  @Code(60) billKey!: string;
  @Ref() hospitalId!: string;
  @Code(64) refundNumber!: string;
  /** Of blood lines. */
  @Whole() bloodFen!: number;
  /** Of all lines. */
  @Whole() totalFen!: number;
  @Day() refundedOn!: string;
  /** What it took back of waivers when it came; a claim whose money is with the bank follows later. */
  @Whole() givenBackFen!: number;
  @Ref() toldBy!: string;
  @At() at!: string;
}
