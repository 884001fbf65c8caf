import { Entity, Index } from 'typeorm';
import { At, Code, Id, Whole } from '@server/platform/db/columns';

/** Tries of one caller at one secret within a window: wrong passwords, identity bindings. In the database, so that all copies count together. */
@Entity('attempt')
@Index('ux_attempt_key', ['attemptKey'], { unique: true })
@Index('ix_attempt_started', ['startedAt'])
export class Attempt {
  @Id() id!: string;
  /** Keyed hash of what is tried and by whom. */
  @Code(64) attemptKey!: string;
  @At() startedAt!: string;
  @Whole() used!: number;
}
