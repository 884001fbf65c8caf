import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, ref, withDefault } from '@server/platform/db/schema';

export class AddSpentBy1763769677000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'spent_code', { scan_id: withDefault(ref(), '') });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'spent_code', ['scan_id']);
  }
}
