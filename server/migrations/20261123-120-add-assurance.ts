import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, at, code, dropColumns, nullable } from '@server/platform/db/schema';

/** How an account's person was proved, and when a weak proof stopped counting. */
export class AddAssurance1763769720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'account', {
      bound_by: nullable(code(20)),
      bound_phone_index: nullable(code(64)),
      lapsed_at: nullable(at()),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'account', ['bound_by', 'bound_phone_index', 'lapsed_at']);
  }
}
