import { Entity, PrimaryColumn } from 'typeorm';
import type { Province } from '@rules/provinces';
import { Code, LongText } from '@server/platform/db/columns';

/** Of a claim across provinces, the two places. */
@Entity('waiver_crossing')
export class WaiverCrossing {
  @PrimaryColumn({ type: 'varchar', length: 36 }) claimId!: string;
  /** Its rule decides. */
  @Code(5) donatedIn!: Province;
  @Code(5) treatedIn!: Province;
  /** Name of the hospital as the claimant wrote it, sealed with the key for health; null for one of this province. */
  @LongText({ nullable: true }) hospitalSealed!: string | null;
}
