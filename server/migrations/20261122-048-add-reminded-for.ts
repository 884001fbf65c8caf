import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, day, dropColumns, nullable } from '@server/platform/db/schema';

export class AddRemindedFor1763769648000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'appointment', { reminded_for: nullable(day()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'appointment', ['reminded_for']);
  }
}
