import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, ref, whole } from '@server/platform/db/schema';

export class CreateGroupBookings1763769647000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'group_booking',
      {
        id: id(),
        station_id: ref(),
        site_id: ref(),
        type: code(20),
        name: code(60),
        state: code(10),
        member_code_key: code(64),
        organiser_code_key: code(64),
        codes_sealed: longText(),
        release_at: at(),
        created_at: at(),
      },
      {
        unique: { ux_group_member_code: ['member_code_key'], ux_group_organiser_code: ['organiser_code_key'] },
        index: { ix_group_station: ['station_id', 'release_at'] },
      },
    );
    await createTable(
      runner,
      'group_time',
      { id: id(), group_id: ref(), slot_id: ref(), places: whole(), taken: whole(), open: flag() },
      { unique: { ux_group_time: ['group_id', 'slot_id'] }, index: { ix_group_time_slot: ['slot_id'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['group_time', 'group_booking']) await runner.dropTable(table);
  }
}
