import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Flag, LongText, Ref } from '@server/platform/db/columns';

/** The form of one appointment, from the booking on. What was signed stands in the submissions; this row says where it stands. */
@Entity('questionnaire')
@Index('ix_questionnaire_person', ['personId'])
export class Questionnaire {
  @PrimaryColumn({ type: 'varchar', length: 36 }) appointmentId!: string;
  @Ref() personId!: string;
  @Ref() siteId!: string;
  @Code(20) type!: IntervalType;
  /** The one day for which answers count. */
  @Day() validOn!: string;
  @Code(10) state!: 'missing' | 'draft' | 'submitted';
  /** No more answers: the appointment is over. */
  @Flag() ended!: boolean;
  @Code(20, { nullable: true }) draftVersion!: string | null;
  @LongText({ nullable: true }) draftSealed!: string | null;
  /** The last signed form of the person, and those of its answers that may be re-affirmed. */
  @Ref({ nullable: true }) carriedFrom!: string | null;
  @LongText({ nullable: true }) carriedSealed!: string | null;
  @Ref({ nullable: true }) submissionId!: string | null;
  @At() updatedAt!: string;
}
