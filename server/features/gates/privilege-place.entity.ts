import { Entity, Index } from 'typeorm';
import type { ScopeName } from '@privilege-code/scope';
import type { PlaceType } from '@rules/place-type';
import { At, Code, Flag, Id, Whole } from '@server/platform/db/columns';

/** Where donors may use the privilege, as operators maintain it; gates are no part of it. */
@Entity('privilege_place')
@Index('ux_privilege_place', ['city', 'kind', 'name'], { unique: true })
@Index('ix_privilege_place_state', ['state', 'city', 'kind'])
export class PrivilegePlace {
  @Id() id!: string;
  @Code(40) city!: string;
  /** Follows from the type. */
  @Code(20) kind!: ScopeName;
  @Code(10, { default: '' }) type!: PlaceType;
  @Code(100) name!: string;
  @Code(100, { default: '' }) operatorName!: string;
  @Code(200, { default: '' }) address!: string;
  @Code(240, { default: '' }) opening!: string;
  @Code(400) note!: string;
  /** Of gate, desk, card, with commas between. */
  @Code(20, { default: 'desk' }) ways!: string;
  /** In millionths of a degree. */
  @Whole({ nullable: true }) latitudeE6!: number | null;
  @Whole({ nullable: true }) longitudeE6!: number | null;
  @Code(10, { default: 'published' }) state!: 'draft' | 'published' | 'closed';
  /** Grows with every change. */
  @Whole({ default: 1 }) version!: number;
  @Flag({ default: 0 }) demo!: boolean;
  @At() updatedAt!: string;
}
