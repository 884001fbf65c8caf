import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** A delivery of a hospital's own books of one day; the newest of a day counts. */
@Entity('hospital_book')
@Index('ux_hospital_book', ['hospitalId', 'deliveryNumber'], { unique: true })
@Index('ix_hospital_book_day', ['hospitalId', 'onDay'])
export class HospitalBook {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Code(64) deliveryNumber!: string;
  @Day() onDay!: string;
  @Code(64) contentHash!: string;
  @Whole() rowCount!: number;
  @At() deliveredAt!: string;
}
