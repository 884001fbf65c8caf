import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, ref } from '@server/platform/db/schema';

export class CreateAnswerOpening1763769652000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'answer_opening',
      {
        id: id(),
        person_id: ref(),
        appointment_id: ref(),
        valid_on: day(),
        purpose: code(20),
        role: code(20),
        opener_id: code(64),
        site_id: nullable(ref()),
        organization_id: nullable(ref()),
        request_id: code(64),
        at: at(),
      },
      { index: { ix_opening_person: ['person_id', 'at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('answer_opening');
  }
}
