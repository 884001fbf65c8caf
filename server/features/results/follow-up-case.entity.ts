import type * as z from 'zod/mini';
import { Entity, Index } from 'typeorm';
import type { caseKind, caseState } from '@contract/cases';
import { At, Code, Day, Flag, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** Something that people of a station have to follow up. Who it is about stands only in the sealed subject. */
@Entity('follow_up_case')
@Index('ux_case_source', ['sourceKey'], { unique: true })
@Index('ix_case_station', ['stationId', 'state', 'dueOn'])
@Index('ix_case_site', ['siteId', 'kind'])
export class FollowUpCase {
  @Id() id!: string;
  @Code(10) kind!: z.output<typeof caseKind>;
  @Ref() stationId!: string;
  @Ref({ nullable: true }) siteId!: string | null;
  /** Keyed hash of what it is about: the same thing opens no second case. */
  @Code(64) sourceKey!: string;
  /** JSON of CaseSubject, sealed with the health key. */
  @LongText() subjectSealed!: string;
  @Code(10) state!: z.output<typeof caseState>;
  @Flag() urgent!: boolean;
  @Day() dueOn!: string;
  @At() openedAt!: string;
  @Ref({ nullable: true }) takenBy!: string | null;
  @At({ nullable: true }) takenAt!: string | null;
  @At({ nullable: true }) closedAt!: string | null;
  /** JSON of outcome and answer, sealed with the health key. */
  @LongText({ nullable: true }) outcomeSealed!: string | null;
  /** Grows with every change of state. */
  @Whole() version!: number;
}
