import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** The open code of a donor; gone when it is used. */
@Entity('delegation_code')
@Index('ux_delegation_code_donor', ['donorId'], { unique: true })
@Index('ux_delegation_code_hash', ['codeHash'], { unique: true })
export class DelegationCode {
  @Id() id!: string;
  @Ref() donorId!: string;
  /** Keyed hash of the eight digits. */
  @Code(64) codeHash!: string;
  @Code(60) grants!: string;
  @Whole() tries!: number;
  @At() expiresAt!: string;
}
