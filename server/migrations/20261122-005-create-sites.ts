import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, flag, id, longText, ref, whole } from '@server/platform/db/schema';

export class CreateSites1763769605000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'site',
      {
        id: id(),
        code: code(40),
        station_id: ref(),
        name: code(100),
        kind: code(10),
        city: code(40),
        address: code(200),
        latitude_e6: whole(),
        longitude_e6: whole(),
        phone: code(20),
        chairs: whole(),
        types: code(60),
        opening_hours: longText(),
        bring: code(200),
        active: flag(),
        created_at: at(),
      },
      { unique: { ux_site_code: ['code'] }, index: { ix_site_city: ['city'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('site');
  }
}
