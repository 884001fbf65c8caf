import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { Abo, Rhd } from '@rules/vocabulary';
import { At, Code, Ref } from '@server/platform/db/columns';

/** A person who has donated, with what the certificate says beside the donations. */
@Entity('donor')
@Index('ux_donor_certificate', ['certificateNumber'], { unique: true })
export class Donor {
  @PrimaryColumn({ type: 'varchar', length: 36 }) personId!: string;
  /** Number of the electronic donor certificate (电子无偿献血证编号); random, says nothing about the person. */
  @Code(20) certificateNumber!: string;
  @Code(2, { nullable: true }) abo!: Abo | null;
  @Code(10, { nullable: true }) rhd!: Rhd | null;
  /** Station that the donor last gave at, for messages. */
  @Ref({ nullable: true }) homeStationId!: string | null;
  @At() createdAt!: string;
}
