import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, flag, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateResults1763769660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'donation_result',
      {
        id: id(),
        donation_id: ref(),
        content_sealed: longText(),
        content_hash: code(64),
        version: whole(),
        received_at: at(),
        updated_at: at(),
      },
      { unique: { ux_result_donation: ['donation_id'] } },
    );
    await createTable(
      runner,
      'result_correction',
      {
        id: id(),
        donation_id: ref(),
        version: whole(),
        batch_id: code(64),
        station_id: ref(),
        before_sealed: longText(),
        at: at(),
      },
      { unique: { ux_result_correction: ['donation_id', 'version'] } },
    );
    await createTable(
      runner,
      'blood_use',
      { id: id(), donation_id: ref(), used_on: day(), created_at: at() },
      { unique: { ux_blood_use: ['donation_id'] } },
    );
    await createTable(
      runner,
      'follow_up_case',
      {
        id: id(),
        kind: code(10),
        station_id: ref(),
        site_id: nullable(ref()),
        source_key: code(64),
        subject_sealed: longText(),
        state: code(10),
        urgent: flag(),
        due_on: day(),
        opened_at: at(),
        taken_by: nullable(ref()),
        taken_at: nullable(at()),
        closed_at: nullable(at()),
        outcome_sealed: nullable(longText()),
        version: whole(),
      },
      {
        unique: { ux_case_source: ['source_key'] },
        index: { ix_case_station: ['station_id', 'state', 'due_on'], ix_case_site: ['site_id', 'kind'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['follow_up_case', 'blood_use', 'result_correction', 'donation_result'])
      await runner.dropTable(table);
  }
}
