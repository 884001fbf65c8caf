import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, nullable, ref } from '@server/platform/db/schema';

/** Which signed form was opened: an examiner signs only what they have read as it is now. */
export class AddOpenedSubmission1763769722000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'answer_opening', { submission_id: nullable(ref()) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'answer_opening', ['submission_id']);
  }
}
