import { Entity, Index } from 'typeorm';
import { Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** A fiscal e-bill on which a claim stands. */
@Entity('waiver_bill')
@Index('ux_waiver_bill_active', ['activeKey'], { unique: true })
@Index('ix_waiver_bill_claim', ['claimId'])
export class WaiverBill {
  @Id() id!: string;
  @Ref() claimId!: string;
  @Code(20) billCode!: string;
  @Code(32) billNumber!: string;
  /** Code and number while the claim is alive; null once it is refused or taken back, and the bill is free again. */
  @Code(60, { nullable: true }) activeKey!: string | null;
  @Day() issuedOn!: string;
  /** Blood fees on the bill, by the product table of the rules. */
  @Whole() bloodFeeFen!: number;
}

export const billKey = (code: string, number: string): string => `${code}/${number}`;
