import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** The open code of a patient for the discharge desk; gone when it is used. */
@Entity('desk_code')
@Index('ux_desk_code_person', ['personId'], { unique: true })
@Index('ux_desk_code_hash', ['codeHash'], { unique: true })
export class DeskCode {
  @Id() id!: string;
  @Ref() personId!: string;
  /** Keyed hash of the text in the code. */
  @Code(64) codeHash!: string;
  @At() expiresAt!: string;
}
