import type { MigrationInterface, QueryRunner } from 'typeorm';
import { at, code, createTable, id, nullable, whole } from '@server/platform/db/schema';

export class CreatePrivilegePlaces1763769684000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'privilege_place',
      {
        id: id(),
        city: code(40),
        kind: code(20),
        name: code(100),
        note: code(400),
        latitude_e6: nullable(whole()),
        longitude_e6: nullable(whole()),
        updated_at: at(),
      },
      { unique: { ux_privilege_place: ['city', 'kind', 'name'] } },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('privilege_place');
  }
}
