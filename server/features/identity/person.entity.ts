import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, LongText } from '@server/platform/db/columns';
import type { DocType, Sex } from '@rules/vocabulary';

/** A natural person: donor, relative or both. Found by the blind index of the document, never by the number. */
@Entity('person')
@Index('ux_person_document', ['docIndex'], { unique: true })
@Index('ix_person_phone', ['phoneIndex'])
export class Person {
  @Id() id!: string;
  @Code(20) docType!: DocType;
  @Code(64) docIndex!: string;
  @LongText() docNumberSealed!: string;
  @LongText() nameSealed!: string;
  @Code(6) sex!: Sex;
  @Day() birthDate!: string;
  @LongText({ nullable: true }) phoneSealed!: string | null;
  /** Keyed hash of the number, to find whoever gave it; several people may share one. */
  @Code(64, { nullable: true }) phoneIndex!: string | null;
  @At() createdAt!: string;
}
