import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** The one notice of a stay. The unique key on the stay is what makes it one. */
@Entity('care_notice')
@Index('ux_care_notice_stay', ['stayId'], { unique: true })
@Index('ix_care_notice_person', ['personId'])
export class CareNotice {
  @Id() id!: string;
  @Ref() stayId!: string;
  /** The patient: nobody else is told. */
  @Ref() personId!: string;
  /** `waiting` for the end of the quiet hours, `given` to the messages, `dropped` before that. */
  @Code(10) state!: 'waiting' | 'given' | 'dropped';
  @At() notBefore!: string;
  @At() decidedAt!: string;
  @At({ nullable: true }) givenAt!: string | null;
}
