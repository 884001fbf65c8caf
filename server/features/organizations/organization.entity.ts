import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id } from '@server/platform/db/columns';

/** A blood station (采供血机构) or a hospital (医疗机构). */
@Entity('organization')
@Index('ux_organization_code', ['code'], { unique: true })
@Index('ix_organization_kind_city', ['kind', 'city'])
export class Organization {
  @Id() id!: string;
  /** Code by which the outside knows it: station code of the export, hospital code of the bill. */
  @Code(40) code!: string;
  @Code(20) kind!: 'station' | 'hospital';
  @Code(100) name!: string;
  @Code(40) city!: string;
  /** First five characters of the donation numbers that the station gives; null for hospitals. */
  @Code(5, { nullable: true }) facilityCode!: string | null;
  @Flag() active!: boolean;
  @At() createdAt!: string;
}
