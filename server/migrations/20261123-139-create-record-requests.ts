import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, longText, nullable, ref } from '@server/platform/db/schema';

/** Donors who ask for a missing donation, or to correct one. */
export class CreateRecordRequests1763769739000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'record_request',
      {
        id: id(),
        person_id: ref(),
        case_id: ref(),
        about: code(10),
        donation_id: nullable(ref()),
        site_id: ref(),
        on_date: day(),
        words_sealed: longText(),
        requested_at: at(),
      },
      { index: { ix_record_request_person: ['person_id', 'requested_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('record_request');
  }
}
