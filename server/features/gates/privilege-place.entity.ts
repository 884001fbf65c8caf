import { Entity, Index } from 'typeorm';
import type { ScopeName } from '@privilege-code/scope';
import { At, Code, Id, Whole } from '@server/platform/db/columns';

/** Where donors may use the privilege, as operators maintain it; gates are no part of it. */
@Entity('privilege_place')
@Index('ux_privilege_place', ['city', 'kind', 'name'], { unique: true })
export class PrivilegePlace {
  @Id() id!: string;
  @Code(40) city!: string;
  @Code(20) kind!: ScopeName;
  @Code(100) name!: string;
  @Code(400) note!: string;
  /** In millionths of a degree. */
  @Whole({ nullable: true }) latitudeE6!: number | null;
  @Whole({ nullable: true }) longitudeE6!: number | null;
  @At() updatedAt!: string;
}
