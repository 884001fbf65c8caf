import { Entity, PrimaryColumn } from 'typeorm';
import { At, Flag, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A donor who has asked for a code. Every mint and every use updates this row first, so they take turns. */
@Entity('privilege_holder')
export class PrivilegeHolder {
  @PrimaryColumn({ type: 'varchar', length: 36 }) personId!: string;
  /** The one device that may show codes. */
  @Ref() sessionId!: string;
  /** Grows with another device and with a suspension: codes of an earlier epoch no longer open anything. */
  @Whole() epoch!: number;
  /** Grows with every update, so that each of them changes the row on every database. */
  @Whole() changes!: number;
  @Flag() suspended!: boolean;
  @LongText({ nullable: true }) suspendReasonSealed!: string | null;
  @At() updatedAt!: string;
}
