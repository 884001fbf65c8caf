import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** What the tests of a donation said before the station told them anew. */
@Entity('result_correction')
@Index('ux_result_correction', ['donationId', 'version'], { unique: true })
export class ResultCorrection {
  @Id() id!: string;
  @Ref() donationId!: string;
  /** Version of the result after the correction. */
  @Whole() version!: number;
  /** Name that the station gave the batch. */
  @Code(64) batchId!: string;
  @Ref() stationId!: string;
  @LongText() beforeSealed!: string;
  @At() at!: string;
}
