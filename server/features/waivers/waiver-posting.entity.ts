import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerAccount, LedgerKind } from '@rules/waiver-ledger';
import { At, Code, Day, Ref, Whole } from '@server/platform/db/columns';

/**
 * One line of a donor's ledger, signed; the lines of a group add up to zero. Rows are added, never changed. The key lets two
 * who think they have the same turn of the account never both write it.
 */
@Entity('waiver_ledger')
@Index('ix_waiver_ledger_claim', ['claimId'])
export class WaiverPosting {
  @PrimaryColumn({ type: 'varchar', length: 36 }) donorId!: string;
  /** Turn of the donor's account in which it was written. */
  @PrimaryColumn({ type: 'integer' }) turn!: number;
  @PrimaryColumn({ type: 'integer' }) ordinal!: number;
  /** Counts the groups of a turn. */
  @Whole() groupNo!: number;
  @Code(10) kind!: LedgerKind;
  @Code(10) account!: LedgerAccount;
  /** The donor's own use and the relatives' use are two pools. */
  @Code(10) pool!: 'self' | 'relative';
  /** null: the donor is free for life, and the blood belongs to no donation. */
  @Ref({ nullable: true }) donationId!: string | null;
  @Ref({ nullable: true }) claimId!: string | null;
  @Whole() ml!: number;
  /** Day of donation, of the end of five years, of use. */
  @Day() valueOn!: string;
  @Code(10) clause!: string;
  @Code(40) edition!: string;
  /** The donation's facts at that time, on lines in which it gives or takes back. */
  @Code(80, { nullable: true }) given!: string | null;
  @At() at!: string;
}
