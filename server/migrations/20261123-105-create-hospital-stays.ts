import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateHospitalStays1763769705000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'hospital_stay',
      {
        id: id(),
        hospital_id: ref(),
        stay_number: code(64),
        state: code(12),
        turn: whole(),
        created_at: at(),
        updated_at: at(),
      },
      {
        unique: { ux_hospital_stay: ['hospital_id', 'stay_number'] },
        index: { ix_hospital_stay_updated: ['updated_at'] },
      },
    );
    await createTable(
      runner,
      'stay_event',
      {
        id: id(),
        hospital_id: ref(),
        stay_id: ref(),
        event_number: code(64),
        kind: code(12),
        sequence: whole(),
        occurred_at: at(),
        received_at: at(),
        content_index: code(64),
        person_id: nullable(ref()),
        agrees: nullable(flag()),
        left_out: flag(),
      },
      { unique: { ux_stay_event: ['hospital_id', 'event_number'] }, index: { ix_stay_event_stay: ['stay_id'] } },
    );
    await createTable(
      runner,
      'care_notice',
      {
        id: id(),
        stay_id: ref(),
        person_id: ref(),
        state: code(10),
        not_before: at(),
        decided_at: at(),
        given_at: nullable(at()),
      },
      { unique: { ux_care_notice_stay: ['stay_id'] }, index: { ix_care_notice_person: ['person_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['care_notice', 'stay_event', 'hospital_stay']) await runner.dropTable(table);
  }
}
