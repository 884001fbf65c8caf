import { Entity, Index } from 'typeorm';
import type { Abo, Rhd } from '@rules/vocabulary';
import { At, Code, Id } from '@server/platform/db/columns';
import type { NeedLevel } from './blood-group-need';

/** How much a city wants a blood group. A group without a row has enough. */
@Entity('blood_group_need')
@Index('ux_blood_group_need', ['city', 'abo', 'rhd'], { unique: true })
export class Need {
  @Id() id!: string;
  @Code(40) city!: string;
  @Code(2) abo!: Abo;
  @Code(10) rhd!: Rhd;
  @Code(10) level!: NeedLevel;
  @At() changedAt!: string;
}
