import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** A yearly record or poster that a donor asked for, and the files of what it said when it was drawn. */
@Entity('growth_picture')
@Index('ux_growth_picture_wish', ['personId', 'wish'], { unique: true })
@Index('ix_growth_picture_used', ['usedAt'])
export class GrowthPicture {
  @Id() id!: string;
  @Ref() personId!: string;
  /** What was picked, in one word: one picture for each choice of a person. */
  @Code(40) wish!: string;
  /** Keyed hash of all that is on it: another one means that it is to be drawn again. */
  @Code(64) contentHash!: string;
  @Code(10) state!: 'being_made' | 'ready' | 'failed';
  @Code(120, { nullable: true }) pictureKey!: string | null;
  @Code(120, { nullable: true }) pdfKey!: string | null;
  @At() createdAt!: string;
  /** What nobody opens for a while is deleted. */
  @At() usedAt!: string;
  @Whole() version!: number;
}
