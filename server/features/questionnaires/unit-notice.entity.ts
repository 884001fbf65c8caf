import { Entity, Index } from 'typeorm';
import type * as z from 'zod/mini';
import type { noticeState } from '@contract/questionnaires';
import { At, Code, Day, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A donor told us after the donation that the unit must be kept back. Why stands in the sealed words, or nowhere. */
@Entity('unit_notice')
@Index('ux_notice_donation', ['donationId', 'ordinal'], { unique: true })
@Index('ix_notice_station', ['listedFor', 'createdAt'])
export class UnitNotice {
  @Id() id!: string;
  @Ref() donationId!: string;
  @Ref() personId!: string;
  @Ref() stationId!: string;
  /** 1 for the first notice about the donation. */
  @Whole() ordinal!: number;
  @Day() donatedOn!: string;
  @Code(20) state!: z.output<typeof noticeState>;
  @LongText() wordsSealed!: string;
  /** Station whose staff may read the words; null when nobody may. */
  @Ref({ nullable: true }) listedFor!: string | null;
  @At() createdAt!: string;
  @At({ nullable: true }) answeredAt!: string | null;
}
