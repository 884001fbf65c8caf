import { Entity, Index } from 'typeorm';
import { At, Code, Id } from '@server/platform/db/columns';

/** A nonce that a machine has used; its unique key is what stops a replayed request. */
@Entity('machine_nonce')
@Index('ux_machine_nonce', ['machineId', 'nonce'], { unique: true })
@Index('ix_machine_nonce_expires', ['expiresAt'])
export class MachineNonce {
  @Id() id!: string;
  @Code(64) machineId!: string;
  @Code(64) nonce!: string;
  @At() expiresAt!: string;
}
