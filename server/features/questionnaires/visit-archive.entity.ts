import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** The e-archive (电子档案) of a visit: where the document lies, and what its bytes were. Rows are never changed. */
@Entity('visit_archive')
@Index('ux_archive_link', ['submissionId', 'previousHash'], { unique: true })
@Index('ix_archive_appointment', ['appointmentId'])
export class VisitArchive {
  @Id() id!: string;
  @Ref() submissionId!: string;
  @Ref() appointmentId!: string;
  @Ref() personId!: string;
  @Ref({ nullable: true }) examinationId!: string | null;
  @Ref({ nullable: true }) donationId!: string | null;
  @Code(120) objectKey!: string;
  @Whole() storedBytes!: number;
  /** SHA-256 of the bytes in the object store. */
  @Code(64) storedHash!: string;
  /** SHA-256 of the PDF itself. */
  @Code(64) documentHash!: string;
  /** Hash of the examiner's signature; of the submission when nobody examined. */
  @Code(64) previousHash!: string;
  @Code(64) hash!: string;
  @At() madeAt!: string;
}
