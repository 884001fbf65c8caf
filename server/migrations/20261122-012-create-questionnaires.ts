import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  at,
  code,
  createTable,
  day,
  flag,
  id,
  longText,
  nullable,
  primary,
  ref,
  whole,
} from '@server/platform/db/schema';

export class CreateQuestionnaires1763769612000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'questionnaire',
      {
        appointment_id: primary(ref()),
        person_id: ref(),
        site_id: ref(),
        type: code(20),
        valid_on: day(),
        state: code(10),
        ended: flag(),
        draft_version: nullable(code(20)),
        draft_sealed: nullable(longText()),
        submission_id: nullable(ref()),
        updated_at: at(),
      },
      { index: { ix_questionnaire_person: ['person_id'] } },
    );
    await createTable(
      runner,
      'questionnaire_submission',
      {
        id: id(),
        appointment_id: ref(),
        person_id: ref(),
        sequence: whole(),
        type: code(20),
        valid_on: day(),
        version: code(20),
        consent_version: code(20),
        outcome: code(10),
        answers_sealed: longText(),
        findings_sealed: longText(),
        signature_sealed: longText(),
        previous_hash: nullable(code(64)),
        hash: code(64),
        submitted_at: at(),
      },
      {
        unique: { ux_submission_sequence: ['person_id', 'sequence'] },
        index: { ix_submission_appointment: ['appointment_id'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('questionnaire_submission');
    await runner.dropTable('questionnaire');
  }
}
