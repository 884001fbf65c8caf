import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { Code, Id, Ref, Whole } from '@server/platform/db/columns';
import type { Stage } from './visit-moves';

/** How long one donor takes at a stage of a site, learned from those who were served. */
@Entity('stage_time')
@Index('ux_stage_time', ['siteId', 'stage', 'type'], { unique: true })
export class StageTime {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Code(10) stage!: Stage;
  @Code(20) type!: IntervalType;
  @Whole() served!: number;
  @Whole() meanSeconds!: number;
}
