import { Entity, Index } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { verifyAtGate } from '@contract/gates';
import { At, Code, Flag, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

type Answer = Output<typeof verifyAtGate>;

/** One scan of a code with a good signature, and what it was answered. */
@Entity('gate_scan')
@Index('ux_gate_scan_request', ['gateId', 'requestId'], { unique: true })
@Index('ix_gate_scan_person', ['personId', 'id'])
@Index('ix_gate_scan_group', ['personId', 'groupCode', 'at'])
@Index('ix_gate_scan_at', ['at'])
@Index('ix_gate_scan_flagged', ['flagged', 'id'])
export class GateScan {
  @Id() id!: string;
  @Ref() gateId!: string;
  /** Chosen by the gate; the same id is the same scan. */
  @Code(64) requestId!: string;
  @Code(64) groupCode!: string;
  @Code(32) replayKey!: string;
  /** Scope bits of the code. */
  @Whole() scope!: number;
  /** Null when no mint of the code is known. */
  @Ref({ nullable: true }) personId!: string | null;
  @Code(10) result!: Answer['result'];
  @Code(20) reason!: Answer['reason'];
  /** Decided by the gate alone and uploaded later. */
  @Flag({ default: 0 }) alone!: boolean;
  /** Let in, but should not have been: kept for a look, by people and at the donor's next uses. */
  @Flag({ default: 0 }) flagged!: boolean;
  @LongText() receipt!: string;
  @At() at!: string;
}
