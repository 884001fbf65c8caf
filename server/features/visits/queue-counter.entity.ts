import { Entity, Index } from 'typeorm';
import type { IntervalType } from '@rules/interval';
import { Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** The last queue number given out at a site, for one type, on one day in China. */
@Entity('queue_counter')
@Index('ux_queue_counter', ['siteId', 'onDate', 'type'], { unique: true })
export class QueueCounter {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Day() onDate!: string;
  @Code(20) type!: IntervalType;
  @Whole() last!: number;
}
