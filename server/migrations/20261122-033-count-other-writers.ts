import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, nullable, whole } from '@server/platform/db/schema';

export class CountOtherWriters1763769633000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const keys = { index: { ix_intake_run_state: ['state'] } };
    await addColumns(runner, 'intake_run', { other_writes: nullable(whole()) }, keys);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'intake_run', ['other_writes'], ['ix_intake_run_state']);
  }
}
