import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateVisits1763769613000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'visit',
      {
        id: id(),
        site_id: ref(),
        on_date: day(),
        number: code(8),
        type: code(20),
        person_id: ref(),
        appointment_id: ref(),
        state: code(10),
        booked_for: nullable(at()),
        arrived_at: at(),
        called_at: nullable(at()),
        desk: nullable(code(20)),
        ended_at: nullable(at()),
        donation_id: nullable(ref()),
        open_key: nullable(ref()),
      },
      {
        unique: {
          ux_visit_number: ['site_id', 'on_date', 'number'],
          ux_visit_open: ['open_key'],
          ux_visit_appointment: ['appointment_id'],
        },
        index: { ix_visit_day: ['site_id', 'on_date', 'state'], ix_visit_person: ['person_id', 'on_date'] },
      },
    );
    await createTable(
      runner,
      'queue_counter',
      { id: id(), site_id: ref(), on_date: day(), type: code(20), last: whole() },
      { unique: { ux_queue_counter: ['site_id', 'on_date', 'type'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('queue_counter');
    await runner.dropTable('visit');
  }
}
