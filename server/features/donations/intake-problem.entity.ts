import { Entity, Index } from 'typeorm';
import { Code, Id, Ref, Whole } from '@server/platform/db/columns';
import type { IntakeReason } from './intake-reasons';

/** A row that was not taken, without what it held. */
@Entity('intake_problem')
@Index('ux_intake_problem_line', ['runId', 'line'], { unique: true })
export class IntakeProblem {
  @Id() id!: string;
  @Ref() runId!: string;
  @Whole() line!: number;
  @Code(40) field!: string;
  @Code(40) reason!: IntakeReason;
}
