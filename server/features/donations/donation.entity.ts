import { Entity, Index } from 'typeorm';
import type { Abo, DonationType, Rhd } from '@rules/vocabulary';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** One donation, as the station last told it. */
@Entity('donation')
@Index('ux_donation_number', ['donationNumber'], { unique: true })
@Index('ix_donation_person', ['personId', 'donatedOn'])
@Index('ix_donation_station', ['stationId', 'donatedOn'])
export class Donation {
  @Id() id!: string;
  /** ISBT 128 donation identification number, 13 characters; the check character is computed. */
  @Code(13) donationNumber!: string;
  @Ref() personId!: string;
  @Ref() stationId!: string;
  @Ref() siteId!: string;
  @Code(20) type!: DonationType;
  @Whole({ nullable: true }) volumeMl!: number | null;
  @Whole({ nullable: true }) unitsTenths!: number | null;
  @At() donatedAt!: string;
  /** The same moment as a calendar date in Asia/Shanghai: what the rules speak of. */
  @Day() donatedOn!: string;
  @Code(2) abo!: Abo;
  @Code(10) rhd!: Rhd;
  @Code(10) source!: 'intake' | 'visit';
  /** Hash of the station's row: the same hash is the same donation told again. */
  @Code(64) rowHash!: string;
  /** Grows with every recorded correction. */
  @Whole() version!: number;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
