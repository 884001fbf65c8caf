import { Entity, Index } from 'typeorm';
import type { BillStatus } from '@server/adapters/finance/port';
import { Code, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A fiscal e-bill on which a claim stands. Claims of different donors may stand on the same one. */
@Entity('waiver_bill')
@Index('ux_waiver_bill_holder', ['activeKey', 'donorId'], { unique: true })
@Index('ix_waiver_bill_claim', ['claimId'])
export class WaiverBill {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Ref({ nullable: true }) donorId!: string | null;
  @Code(20) billCode!: string;
  @Code(32) billNumber!: string;
  /** Code and number while the claim is alive; null once it is refused or taken back, and the donor may stand on the bill again. */
  @Code(60, { nullable: true }) activeKey!: string | null;
  @Code(20, { nullable: true }) status!: BillStatus | null;
  @Day() issuedOn!: string;
  /** Blood fees on the bill, by the product table of the rules. */
  @Whole() bloodFeeFen!: number;
  /** What this claim took of them. */
  @Whole({ default: 0 }) waivedFen!: number;
  /** JSON of the blood lines, sealed. */
  @LongText({ nullable: true }) linesSealed!: string | null;
}

export const billKey = (code: string, number: string): string => `${code}/${number}`;
