import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, nullable, ref } from '@server/platform/db/schema';

/** Whose phone showed the arrival code, until somebody looks at the document: only that makes the account a proved one. */
export class AddShownAccount1763769733000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'visit', { shown_account_id: nullable(ref()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'visit', ['shown_account_id']);
  }
}
