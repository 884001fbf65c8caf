import type * as z from 'zod/mini';
import { Entity, Index } from 'typeorm';
import type { placeProblem } from '@contract/place-reports';
import { At, Code, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A donor says that the privilege did not work somewhere. */
@Entity('place_report')
@Index('ux_place_report_open', ['openKey'], { unique: true })
@Index('ix_place_report_state', ['state', 'id'])
@Index('ix_place_report_place', ['placeId', 'state'])
export class PlaceReport {
  @Id() id!: string;
  @Ref() placeId!: string;
  @Ref() personId!: string;
  /** Keyed hash of person and place while it is open: one at a time. */
  @Code(64, { nullable: true }) openKey!: string | null;
  @Code(10) problem!: z.output<typeof placeProblem>;
  @Day() onDate!: string;
  /** May tell where somebody was treated. */
  @LongText() wordsSealed!: string;
  @Code(10) state!: 'open' | 'answered';
  @Whole() version!: number;
  @At() reportedAt!: string;
  @LongText({ nullable: true }) answerSealed!: string | null;
  @Ref({ nullable: true }) answeredBy!: string | null;
  @At({ nullable: true }) answeredAt!: string | null;
}
