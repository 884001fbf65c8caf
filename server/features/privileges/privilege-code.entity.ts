import { Entity, Index, PrimaryColumn } from 'typeorm';
import { At, Ref, Whole } from '@server/platform/db/columns';

/** Whose code a cti is: written at mint, nowhere in the code itself, deleted after `codeRetentionDays`. */
@Entity('privilege_code')
@Index('ix_privilege_code_person', ['personId', 'mintedAt'])
@Index('ix_privilege_code_minted', ['mintedAt'])
export class PrivilegeCode {
  /** Eight bytes in hex. */
  @PrimaryColumn({ type: 'varchar', length: 16 }) cti!: string;
  @Ref() personId!: string;
  @Whole() epoch!: number;
  @At() mintedAt!: string;
}
