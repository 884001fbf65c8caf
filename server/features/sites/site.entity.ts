import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A place where donors give: a station's centre, a donation house (爱心献血屋) or a vehicle. */
@Entity('site')
@Index('ux_site_code', ['code'], { unique: true })
@Index('ix_site_city', ['city'])
export class Site {
  @Id() id!: string;
  @Code(40) code!: string;
  @Ref() stationId!: string;
  @Code(100) name!: string;
  @Code(10) kind!: 'centre' | 'house' | 'vehicle';
  @Code(40) city!: string;
  @Code(200) address!: string;
  /** GCJ-02, millionths of a degree. */
  @Whole() latitudeE6!: number;
  @Whole() longitudeE6!: number;
  @Code(20) phone!: string;
  @Whole() chairs!: number;
  /** JSON list of bookable donation types. */
  @Code(60) types!: string;
  /** JSON list of { weekday 1–7, opens, closes }. */
  @LongText() openingHours!: string;
  @Code(200) bring!: string;
  @Flag() active!: boolean;
  @At() createdAt!: string;
}
