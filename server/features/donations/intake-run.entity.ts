import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** One delivery of donations. Counts and `lastLine` change in the transaction of the rows that they count. */
@Entity('intake_run')
@Index('ix_intake_run_content', ['contentHash', 'state'])
@Index('ix_intake_run_started', ['startedAt'])
@Index('ix_intake_run_state', ['state'])
export class IntakeRun {
  @Id() id!: string;
  @Code(10) source!: 'file' | 'api' | 'seed';
  /** File name without its folder, or the station's batch id. */
  @Code(200) label!: string;
  /** SHA-256 of the whole file or of the batch id: an unfinished run over the same content goes on where it stopped. */
  @Code(64) contentHash!: string;
  /** The only station whose rows are taken; null when the rows may name any. */
  @Ref({ nullable: true }) stationId!: string | null;
  @Code(10) state!: 'running' | 'done' | 'abandoned';
  /** Last line of the input that is in the register or among the problems. */
  @Whole() lastLine!: number;
  /** Line up to which, after `lastLine`, some of the donors are in the register; null when none are. */
  @Whole({ nullable: true }) aheadLine!: number | null;
  /** How many parts of the donors that is. */
  @Whole({ nullable: true }) aheadParts!: number | null;
  /** How often others have written donations while this run goes on: what it remembers of donors may then be old. */
  @Whole({ nullable: true }) otherWrites!: number | null;
  @Whole() added!: number;
  @Whole() unchanged!: number;
  @Whole() corrected!: number;
  @Whole() refused!: number;
  @At() startedAt!: string;
  @At() updatedAt!: string;
}
