import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref } from '@server/platform/db/columns';

/** A day on which a site is shut though its opening hours say otherwise: a holiday, a repair. */
@Entity('site_closure')
@Index('ux_site_closure_day', ['siteId', 'onDate'], { unique: true })
export class Closure {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Day() onDate!: string;
  @Code(100) reason!: string;
  @At() createdAt!: string;
}
