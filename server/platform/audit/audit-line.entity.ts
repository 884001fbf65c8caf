import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '../db/columns';

/** Who did what, for whom, with what outcome, from where. Rows are added, never changed. */
@Entity('audit_line')
@Index('ix_audit_at', ['at'])
@Index('ix_audit_subject', ['subjectId', 'at'])
@Index('ix_audit_assistance', ['assistanceId'])
export class AuditLine {
  @Id() id!: string;
  @At() at!: string;
  @Code(60) action!: string;
  @Code(20) role!: string;
  @Code(64, { nullable: true }) actorId!: string | null;
  @Code(64, { nullable: true }) subjectId!: string | null;
  /** `done`, or the refusal code, or `DEFECT`. */
  @Code(60) outcome!: string;
  @Code(64) requestId!: string;
  /** Who acted in the actor's name: staff member or delegation. */
  @Code(10, { nullable: true }) helperKind!: string | null;
  @Code(64, { nullable: true }) helperId!: string | null;
  @Ref({ nullable: true }) assistanceId!: string | null;
}
