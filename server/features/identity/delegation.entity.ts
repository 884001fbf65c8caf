import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** A donor's relative may act for them. */
@Entity('delegation')
@Index('ux_delegation_open', ['openKey'], { unique: true })
@Index('ix_delegation_donor', ['donorId'])
@Index('ix_delegation_helper', ['helperId'])
export class Delegation {
  @Id() id!: string;
  @Ref() donorId!: string;
  @Ref() helperId!: string;
  /** What the relative may see beyond bookings, parted by commas. */
  @Code(60) grants!: string;
  /** Donor and helper while it is open, so that a pair has one. */
  @Code(80, { nullable: true }) openKey!: string | null;
  @At() startedAt!: string;
  @At() endsAt!: string;
  @At({ nullable: true }) endedAt!: string | null;
}
