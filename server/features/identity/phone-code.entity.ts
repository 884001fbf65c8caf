import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** The digits that were sent to a phone for an account; gone when they have bound it. */
@Entity('phone_code')
@Index('ux_phone_code_account', ['accountId'], { unique: true })
export class PhoneCode {
  @Id() id!: string;
  @Ref() accountId!: string;
  @Code(64) phoneIndex!: string;
  /** Keyed hash of account, number and digits. */
  @Code(64) codeHash!: string;
  @Whole() tries!: number;
  @At() sentAt!: string;
  @At() expiresAt!: string;
}
