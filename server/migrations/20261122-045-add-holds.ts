import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, at, code, dropColumns, nullable, ref, whole, withDefault } from '@server/platform/db/schema';

const columns = {
  held_until: nullable(at()),
  extensions: withDefault(whole(), 0),
  taken_as: nullable(code(3)),
  group_id: nullable(ref()),
  waitlist_id: nullable(ref()),
  cancelled_by: nullable(code(10)),
};

export class AddHolds1763769645000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'appointment', columns, { index: { ix_appointment_held: ['state', 'held_until'] } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'appointment', Object.keys(columns), ['ix_appointment_held']);
  }
}
