import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, day, id, longText, nullable, ref, whole } from '@server/platform/db/schema';

export class CreateUnitNotice1763769653000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'unit_notice',
      {
        id: id(),
        donation_id: ref(),
        person_id: ref(),
        station_id: ref(),
        ordinal: whole(),
        donated_on: day(),
        state: code(20),
        words_sealed: longText(),
        listed_for: nullable(ref()),
        created_at: at(),
        answered_at: nullable(at()),
      },
      {
        unique: { ux_notice_donation: ['donation_id', 'ordinal'] },
        index: { ix_notice_station: ['listed_for', 'created_at'] },
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unit_notice');
  }
}
