import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, whole } from '@server/platform/db/schema';

export class CreateAttempts1763769631000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'attempt',
      { id: id(), attempt_key: code(64), started_at: at(), used: whole() },
      { unique: { ux_attempt_key: ['attempt_key'] }, index: { ix_attempt_started: ['started_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attempt');
  }
}
