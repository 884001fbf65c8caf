import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateIntake1763769607000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'intake_run',
      {
        id: id(),
        source: code(10),
        label: code(200),
        content_hash: code(64),
        station_id: nullable(ref()),
        state: code(10),
        last_line: whole(),
        added: whole(),
        unchanged: whole(),
        corrected: whole(),
        refused: whole(),
        started_at: at(),
        updated_at: at(),
      },
      { index: { ix_intake_run_content: ['content_hash', 'state'], ix_intake_run_started: ['started_at'] } },
    );
    await createTable(
      runner,
      'intake_problem',
      { id: id(), run_id: ref(), line: whole(), field: code(40), reason: code(40) },
      { unique: { ux_intake_problem_line: ['run_id', 'line'] } },
    );
    await createTable(
      runner,
      'donation_correction',
      {
        id: id(),
        donation_id: ref(),
        version: whole(),
        run_id: nullable(ref()),
        actor_role: code(20),
        actor_id: code(64),
        fields: code(200),
        before_sealed: longText(),
        after_sealed: longText(),
        at: at(),
      },
      { unique: { ux_correction_version: ['donation_id', 'version'] }, index: { ix_correction_run: ['run_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['donation_correction', 'intake_problem', 'intake_run']) await runner.dropTable(table);
  }
}
