import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, longText, nullable, ref } from '@server/platform/db/schema';

/** What the desks write down: measurements, the draw, reactions. */
export class CreateVisitRecords1763769656000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'visit_vitals',
      { id: id(), visit_id: ref(), taken_at: at(), taken_by: ref(), sealed: longText() },
      { index: { ix_visit_vitals_visit: ['visit_id', 'taken_at'] } },
    );
    await createTable(
      runner,
      'visit_draw',
      {
        id: id(),
        visit_id: ref(),
        donation_number: code(13),
        started_at: at(),
        stopped_at: nullable(at()),
        drawn_by: ref(),
      },
      { unique: { ux_visit_draw_visit: ['visit_id'], ux_visit_draw_number: ['donation_number'] } },
    );
    await createTable(
      runner,
      'visit_reaction',
      { id: id(), visit_id: ref(), at: at(), noted_by: ref(), sealed: longText() },
      { index: { ix_visit_reaction_visit: ['visit_id', 'at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['visit_reaction', 'visit_draw', 'visit_vitals']) await runner.dropTable(table);
  }
}
