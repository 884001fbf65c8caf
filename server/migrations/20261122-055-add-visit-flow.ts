import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  dropColumns,
  id,
  longText,
  nullable,
  ref,
  whole,
} from '@server/platform/db/schema';

/** Stations of a visit, every move of it, and what the queue of a site needs to be pushed and estimated. */
export class AddVisitFlow1763769655000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'visit', {
      stage: nullable(code(10)),
      version: nullable(whole()),
      stage_since: nullable(at()),
      turn_at: nullable(at()),
      skips: nullable(whole()),
      rest_until: nullable(at()),
      undo_until: nullable(at()),
    });
    // Visits from before the stations: whoever has donated or gone needs none, the others stand before the needle.
    await runner.query("UPDATE visit SET stage = 'draw', version = 1, skips = 0, stage_since = arrived_at");
    await createTable(
      runner,
      'visit_event',
      {
        id: id(),
        visit_id: ref(),
        site_id: ref(),
        seq: whole(),
        site_seq: whole(),
        at: at(),
        move: code(12),
        by_id: code(40),
        before: nullable(longText()),
        after: longText(),
      },
      {
        unique: { ux_visit_event_seq: ['visit_id', 'seq'] },
        index: { ix_visit_event_site: ['site_id', 'site_seq'] },
      },
    );
    await createTable(runner, 'queue_version', { site_id: id(), version: whole() });
    await createTable(
      runner,
      'stage_time',
      { id: id(), site_id: ref(), stage: code(10), type: code(20), served: whole(), mean_seconds: whole() },
      { unique: { ux_stage_time: ['site_id', 'stage', 'type'] } },
    );
    await createTable(
      runner,
      'visit_desk',
      { id: id(), site_id: ref(), name: code(20), stages: code(100), position: whole() },
      { unique: { ux_visit_desk_name: ['site_id', 'name'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['visit_desk', 'stage_time', 'queue_version', 'visit_event']) await runner.dropTable(table);
    await dropColumns(runner, 'visit', [
      'stage',
      'version',
      'stage_since',
      'turn_at',
      'skips',
      'rest_until',
      'undo_until',
    ]);
  }
}
