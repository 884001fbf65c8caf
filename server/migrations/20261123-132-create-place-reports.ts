import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreatePlaceReports1763769732000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'place_report',
      {
        id: id(),
        place_id: ref(),
        person_id: ref(),
        open_key: nullable(code(64)),
        problem: code(10),
        on_date: day(),
        words_sealed: longText(),
        state: code(10),
        version: whole(),
        reported_at: at(),
        answer_sealed: nullable(longText()),
        answered_by: nullable(ref()),
        answered_at: nullable(at()),
      },
      {
        unique: { ux_place_report_open: ['open_key'] },
        index: { ix_place_report_state: ['state', 'id'], ix_place_report_place: ['place_id', 'state'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('place_report');
  }
}
