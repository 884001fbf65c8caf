import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, ref } from '@server/platform/db/schema';

export class CreateExaminationSignature1763769650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'examination_signature',
      {
        id: id(),
        appointment_id: ref(),
        person_id: ref(),
        submission_id: ref(),
        examiner_id: ref(),
        organization_id: ref(),
        site_id: ref(),
        version: code(20),
        consent_version: code(20),
        signature_sealed: longText(),
        signed_at: at(),
        previous_hash: code(64),
        hash: code(64),
      },
      {
        unique: { ux_examination_submission: ['submission_id'] },
        index: { ix_examination_appointment: ['appointment_id'], ix_examination_person: ['person_id'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('examination_signature');
  }
}
