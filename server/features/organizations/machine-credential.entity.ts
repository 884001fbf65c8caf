import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id, LongText, Ref } from '@server/platform/db/columns';

/** HMAC credential of one machine: a station's or hospital's system, or a gate. */
@Entity('machine_credential')
@Index('ux_machine_id', ['machineId'], { unique: true })
export class MachineCredential {
  @Id() id!: string;
  /** What the machine sends as its id. */
  @Code(64) machineId!: string;
  @Code(20) role!: 'gate' | 'station' | 'hospital';
  /** Organization of a station's or hospital's machine; gate of a gate. */
  @Ref() ownerId!: string;
  @LongText() secretSealed!: string;
  /** The secret before the last rotation, accepted until `previousUntil`. */
  @LongText({ nullable: true }) previousSecretSealed!: string | null;
  @At({ nullable: true }) previousUntil!: string | null;
  @Flag() active!: boolean;
  @At() createdAt!: string;
}
