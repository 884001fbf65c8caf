import { Entity, Index } from 'typeorm';
import { At, Id, LongText, Ref } from '@server/platform/db/columns';

/** What was measured before the donation; the latest row counts. */
@Entity('visit_vitals')
@Index('ix_visit_vitals_visit', ['visitId', 'takenAt'])
export class VisitVitals {
  @Id() id!: string;
  @Ref() visitId!: string;
  @At() takenAt!: string;
  @Ref() takenBy!: string;
  /** Health key: figures, findings and the physician's reason as JSON. */
  @LongText() sealed!: string;
}
