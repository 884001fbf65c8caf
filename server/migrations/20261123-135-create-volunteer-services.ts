import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateVolunteerServices1763769735000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'volunteer_service',
      {
        id: id(),
        person_id: ref(),
        event_number: code(30),
        station_id: nullable(ref()),
        served_on: day(),
        minutes: whole(),
        activity: code(80),
        recorded_by: ref(),
        created_at: at(),
        version: whole(),
      },
      { unique: { ux_volunteer_service_event: ['person_id', 'event_number'] } },
    );
    await createTable(
      runner,
      'volunteer_correction',
      {
        id: id(),
        service_id: ref(),
        from_minutes: whole(),
        to_minutes: whole(),
        from_day: day(),
        to_day: day(),
        reason_sealed: longText(),
        corrected_by: ref(),
        created_at: at(),
      },
      { index: { ix_volunteer_correction_service: ['service_id', 'created_at'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['volunteer_correction', 'volunteer_service']) await runner.dropTable(table);
  }
}
