import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** The digits with which an account is linked at the counter; gone when they are used. */
@Entity('account_code')
@Index('ux_account_code_account', ['accountId'], { unique: true })
@Index('ux_account_code_hash', ['codeHash'], { unique: true })
export class AccountCode {
  @Id() id!: string;
  @Ref() accountId!: string;
  @Code(64) codeHash!: string;
  @At() expiresAt!: string;
}
