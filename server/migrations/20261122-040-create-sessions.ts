import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  at,
  code,
  createTable,
  day,
  dropColumns,
  id,
  nullable,
  ref,
  whole,
  withDefault,
} from '@server/platform/db/schema';

const columnsOfSlot = {
  session_id: nullable(ref()),
  reserved: withDefault(whole(), 0),
  reserved_for: withDefault(code(40), ''),
  release_at: nullable(at()),
  needed_booked: withDefault(whole(), 0),
  group_held: withDefault(whole(), 0),
  walk_in_capacity: withDefault(whole(), 0),
  walk_in_taken: withDefault(whole(), 0),
};

export class CreateSessions1763769640000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'donation_session',
      {
        id: id(),
        site_id: ref(),
        on_date: day(),
        opens: code(5),
        closes: code(5),
        whole_blood_chairs: whole(),
        whole_blood_staff: whole(),
        whole_blood_walk_ins: whole(),
        platelet_chairs: whole(),
        platelet_staff: whole(),
        platelet_walk_ins: whole(),
        reserved_percent: whole(),
        release_hours: whole(),
        address: nullable(code(200)),
        latitude_e6: nullable(whole()),
        longitude_e6: nullable(whole()),
        state: code(10),
        version: whole(),
        plan_key: nullable(code(60)),
        reason: nullable(code(100)),
        created_at: at(),
        updated_at: at(),
      },
      {
        unique: { ux_donation_session_plan: ['plan_key'] },
        index: { ix_donation_session_site: ['site_id', 'on_date'] },
      },
    );
    await createTable(
      runner,
      'site_closure',
      { id: id(), site_id: ref(), on_date: day(), reason: code(100), created_at: at() },
      { unique: { ux_site_closure_day: ['site_id', 'on_date'] } },
    );
    await createTable(
      runner,
      'blood_group_need',
      { id: id(), city: code(40), abo: code(2), rhd: code(10), level: code(10), changed_at: at() },
      { unique: { ux_blood_group_need: ['city', 'abo', 'rhd'] } },
    );
    await addColumns(runner, 'slot', columnsOfSlot, { index: { ix_slot_session: ['session_id'] } });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'slot', Object.keys(columnsOfSlot), ['ix_slot_session']);
    for (const table of ['blood_group_need', 'site_closure', 'donation_session']) await runner.dropTable(table);
  }
}
