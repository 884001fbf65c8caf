import { Entity, Index } from 'typeorm';
import type { ScopeName } from '@privilege-code/scope';
import type { PlaceType } from '@rules/place-type';
import { At, Code, Flag, Id, Ref, Whole } from '@server/platform/db/columns';

/** A place where codes are scanned: a turnstile, a park inspector's phone, a clinic's counter. */
@Entity('gate')
@Index('ux_gate_code', ['code'], { unique: true })
export class Gate {
  @Id() id!: string;
  /** What the gate calls itself: its machine id and the audience of its receipts. */
  @Code(64) code!: string;
  @Code(100) name!: string;
  @Code(40) city!: string;
  /** Who runs it, and the line, park or department where it stands. */
  @Code(100, { default: '' }) operatorName!: string;
  @Code(100, { default: '' }) place!: string;
  @Code(20) kind!: ScopeName;
  /** Empty for gates that were registered before it was asked for. */
  @Code(10, { default: '' }) type!: PlaceType | '';
  /** On the list that donors read. */
  @Ref({ nullable: true }) placeId!: string | null;
  /** Scope bits that open it. */
  @Whole() scope!: number;
  /** Gates of one entrance share it: the minimum interval of a donor holds within the group. */
  @Code(64) groupCode!: string;
  /** Somebody stands there and can look when the answer is amber. */
  @Flag() staffed!: boolean;
  /** Where it stands, in millionths of a degree; without it no speed can be told. */
  @Whole({ nullable: true }) latitudeE6!: number | null;
  @Whole({ nullable: true }) longitudeE6!: number | null;
  @Flag() active!: boolean;
  @At() createdAt!: string;
}
