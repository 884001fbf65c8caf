import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateSlots1763769611000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'slot',
      {
        id: id(),
        site_id: ref(),
        type: code(20),
        on_date: day(),
        starts_at: at(),
        ends_at: at(),
        capacity: whole(),
        booked: whole(),
        state: code(10),
      },
      {
        unique: { ux_slot_time: ['site_id', 'type', 'starts_at'] },
        index: { ix_slot_day: ['site_id', 'type', 'on_date'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('slot');
  }
}

export class CreateAppointments1763769611001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'appointment',
      {
        id: id(),
        person_id: ref(),
        site_id: ref(),
        slot_id: nullable(ref()),
        type: code(20),
        state: code(12),
        on_date: day(),
        starts_at: at(),
        ends_at: at(),
        open_key: nullable(code(60)),
        created_at: at(),
        updated_at: at(),
      },
      {
        unique: { ux_appointment_open: ['open_key'] },
        index: {
          ix_appointment_person: ['person_id', 'starts_at'],
          ix_appointment_site: ['site_id', 'on_date', 'state'],
          ix_appointment_slot: ['slot_id'],
        },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appointment');
  }
}
