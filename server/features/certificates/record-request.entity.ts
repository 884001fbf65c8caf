import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, LongText, Ref } from '@server/platform/db/columns';

/** A donor asks the station about the record. How far it is and what was answered stand in the case. */
@Entity('record_request')
@Index('ix_record_request_person', ['personId', 'requestedAt'])
export class RecordRequest {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() caseId!: string;
  @Code(10) about!: 'missing' | 'wrong';
  /** Null: it is missing. */
  @Ref({ nullable: true }) donationId!: string | null;
  @Ref() siteId!: string;
  @Day() onDate!: string;
  /** What the donor wrote. */
  @LongText() wordsSealed!: string;
  @At() requestedAt!: string;
}
