import { Entity, Index } from 'typeorm';
import { Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** A desk, room or chair of a site, and the stages that it serves. */
@Entity('visit_desk')
@Index('ux_visit_desk_name', ['siteId', 'name'], { unique: true })
export class VisitDesk {
  @Id() id!: string;
  @Ref() siteId!: string;
  @Code(20) name!: string;
  /** JSON list. */
  @Code(100) stages!: string;
  @Whole() position!: number;
}
