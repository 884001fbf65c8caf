import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateVisitArchive1763769651000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'visit_archive',
      {
        id: id(),
        submission_id: ref(),
        appointment_id: ref(),
        person_id: ref(),
        examination_id: nullable(ref()),
        donation_id: nullable(ref()),
        object_key: code(120),
        stored_bytes: whole(),
        stored_hash: code(64),
        document_hash: code(64),
        previous_hash: code(64),
        hash: code(64),
        made_at: at(),
      },
      {
        unique: { ux_archive_link: ['submission_id', 'previous_hash'] },
        index: { ix_archive_appointment: ['appointment_id'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('visit_archive');
  }
}
