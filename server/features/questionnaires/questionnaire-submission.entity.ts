import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { At, Code, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** What a donor answered and signed. Rows are never changed: each hash covers the one before it. */
@Entity('questionnaire_submission')
@Index('ux_submission_sequence', ['personId', 'sequence'], { unique: true })
@Index('ix_submission_appointment', ['appointmentId'])
export class QuestionnaireSubmission {
  @Id() id!: string;
  @Ref() appointmentId!: string;
  @Ref() personId!: string;
  /** 1 for the person's first submission. */
  @Whole() sequence!: number;
  @Code(20) type!: IntervalType;
  @Day() validOn!: string;
  @Code(20) version!: string;
  @Code(20) consentVersion!: string;
  /** SHA-256 of the wording that was answered and of the text that was signed; null in rows before 2026-12. */
  @Code(64, { nullable: true }) questionnaireHash!: string | null;
  @Code(64, { nullable: true }) consentHash!: string | null;
  @Code(10) outcome!: 'clear' | 'defer' | 'doctor' | 'stop';
  @LongText() answersSealed!: string;
  @LongText() findingsSealed!: string;
  /** Strokes of the handwritten signature. */
  @LongText() signatureSealed!: string;
  @Code(64, { nullable: true }) previousHash!: string | null;
  @Code(64) hash!: string;
  @At() submittedAt!: string;
}
