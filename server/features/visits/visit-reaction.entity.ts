import { Entity, Index } from 'typeorm';
import { At, Id, LongText, Ref } from '@server/platform/db/columns';

/** An adverse reaction at the site. */
@Entity('visit_reaction')
@Index('ix_visit_reaction_visit', ['visitId', 'at'])
export class VisitReaction {
  @Id() id!: string;
  @Ref() visitId!: string;
  @At() at!: string;
  @Ref() notedBy!: string;
  /** Health key: kind, severity and what was done, as JSON. */
  @LongText() sealed!: string;
}
