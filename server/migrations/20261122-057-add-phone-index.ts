import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, nullable } from '@server/platform/db/schema';

/** Keyed hash of the phone number: people are found by it at the counter, and the number itself stays sealed. */
export class AddPhoneIndex1763769657000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'person',
      { phone_index: nullable(code(64)) },
      { index: { ix_person_phone: ['phone_index'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'person', ['phone_index'], ['ix_person_phone']);
  }
}
