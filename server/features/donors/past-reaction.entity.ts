import { Entity, PrimaryColumn } from 'typeorm';
import { Day } from '@server/platform/db/columns';

/** Has felt unwell at a donation (献血反应). What it was stands in the record of the visit alone. */
@Entity('past_reaction')
export class PastReaction {
  @PrimaryColumn({ type: 'varchar', length: 36 }) personId!: string;
  @Day() firstOn!: string;
}
