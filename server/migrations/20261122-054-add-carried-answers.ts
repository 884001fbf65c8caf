import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, longText, nullable, ref } from '@server/platform/db/schema';

const carried = { carried_from: nullable(ref()), carried_sealed: nullable(longText()) };
const hashes = { questionnaire_hash: nullable(code(64)), consent_hash: nullable(code(64)) };

export class AddCarriedAnswers1763769654000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'questionnaire', carried);
    await addColumns(runner, 'questionnaire_submission', hashes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'questionnaire_submission', Object.keys(hashes));
    await dropColumns(runner, 'questionnaire', Object.keys(carried));
  }
}
