import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** One move of one visit. Nothing changes or deletes a row: the visit can be rebuilt from them, and each call can be checked. */
@Entity('visit_event')
@Index('ux_visit_event_seq', ['visitId', 'seq'], { unique: true })
@Index('ix_visit_event_site', ['siteId', 'siteSeq'])
export class VisitEvent {
  @Id() id!: string;
  @Ref() visitId!: string;
  @Ref() siteId!: string;
  /** Version of the visit that the move made. */
  @Whole() seq!: number;
  /** Version of the site's queue: the order of all moves at the site. */
  @Whole() siteSeq!: number;
  @At() at!: string;
  @Code(12) move!: string;
  /** Staff member, or 'system'. */
  @Code(40) byId!: string;
  /** Place before and after as JSON; null before the first. */
  @LongText({ nullable: true }) before!: string | null;
  @LongText() after!: string;
}
