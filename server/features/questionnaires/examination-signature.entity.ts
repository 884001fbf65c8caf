import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

/** The examiner's name under a donor's form (共同签名). Rows are never changed: the hash covers the donor's own. */
@Entity('examination_signature')
@Index('ux_examination_submission', ['submissionId'], { unique: true })
@Index('ix_examination_appointment', ['appointmentId'])
@Index('ix_examination_person', ['personId'])
export class ExaminationSignature {
  @Id() id!: string;
  @Ref() appointmentId!: string;
  @Ref() personId!: string;
  @Ref() submissionId!: string;
  @Ref() examinerId!: string;
  @Ref() organizationId!: string;
  @Ref() siteId!: string;
  @Code(20) version!: string;
  @Code(20) consentVersion!: string;
  @LongText() signatureSealed!: string;
  @At() signedAt!: string;
  /** Hash of the submission. */
  @Code(64) previousHash!: string;
  @Code(64) hash!: string;
}
