import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id, LongText, Ref } from '@server/platform/db/columns';

export type StaffRole = 'nurse' | 'clerk' | 'reviewer' | 'operator' | 'gate';

/** Somebody who signs in with account and password: staff, or the screen of a gate. */
@Entity('staff_member')
@Index('ux_staff_account', ['account'], { unique: true })
export class StaffMember {
  @Id() id!: string;
  @Code(40) account!: string;
  /** scrypt, with its salt and cost in the text. */
  @Code(200) passwordHash!: string;
  @LongText() displayNameSealed!: string;
  @Code(20) role!: StaffRole;
  /** Station or hospital; of a gate screen, the gate. */
  @Ref() organizationId!: string;
  @Ref({ nullable: true }) siteId!: string | null;
  @Flag() active!: boolean;
  @At() createdAt!: string;
}
